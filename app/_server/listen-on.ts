// Takes a port, or says in plain words why not.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens and returns the port (a free one for 0). Throws a sentence when the port is taken or forbidden. */
export function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((settle, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentence(error, port))))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      settle((server.address() as AddressInfo).port)
    })
  })
}

function sentence(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Cổng ${port} đang được dùng. Hãy chọn cổng khác, ví dụ PORT=${port + 1} npm start. / Port ${port} is taken: choose another with PORT.`
  if (error.code === 'EACCES')
    return `Không được phép dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên. / Port ${port} is not allowed: choose one from 1024 up.`
  return error.message
}
