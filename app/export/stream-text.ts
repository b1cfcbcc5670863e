// Pieces of text (or of bytes) as a stream of bytes that asks for the next piece only when the reader has taken the last one. When the
// reader goes away, the source is told, so that its database connection is free again.

export function streamText(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await source.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        await source.return?.()
      },
    },
    { highWaterMark: 2 },
  )
}
