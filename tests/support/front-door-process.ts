// A process of its own with database and front door as in the product, without the pages of Next behind it: what the
// benches of answering drive. Prints its port and the database's URL as one line of JSON; Ctrl-C ends it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateClient } from '../../prisma/generate'

generateClient()
const { prepareDatabase } = await import('../../prisma/prepare-database')
const { handleHotPath } = await import('../../app/_server/front-door')
const { database } = await import('#lib/db/client')

const prepared = await prepareDatabase()
const server = createServer((request, response) => {
  void handleHotPath(request, response).then((isOurs) => isOurs || response.writeHead(404).end())
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ port, databaseUrl: database().pool.options.connectionString }))
})
process.once('SIGINT', async () => {
  server.closeAllConnections()
  server.close()
  await prepared.stop()
  process.exit(0)
})
