// The one IndexedDB of this product on the device: the key, the unsent answers (sealed), and a few settings of a kiosk.
// Every write is asked to reach the disk before it counts as done, because a tablet may lose power at any moment.

export type StoreName = 'keys' | 'outbox' | 'device'

let opened: Promise<IDBDatabase> | undefined

/** Runs one request in its own transaction; resolves when the transaction is complete. Rejects without a usable store. */
export async function inStore<Result>(
  name: StoreName,
  mode: 'readonly' | 'readwrite',
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openStore()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

function openStore(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('thuoc-do', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys')
      request.result.createObjectStore('outbox', { keyPath: 'receipt' })
      request.result.createObjectStore('device')
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      request.result.onclose = () => {
        opened = undefined
      }
      resolve(request.result)
    }
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}
