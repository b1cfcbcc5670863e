'use client'
// The last resort, when even the layout failed: no translations, no styles to rely on, so both languages and little else.
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="vi">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          maxWidth: '40rem',
          margin: '4rem auto',
          padding: '0 1rem',
        }}
      >
        <title>Thước Đo</title>
        <h1>Hệ thống gặp lỗi</h1>
        <p>Lỗi đã được ghi lại. Hãy tải lại trang sau ít phút.</p>
        <p lang="en">Something went wrong and has been recorded. Please reload the page in a few minutes.</p>
        {error.digest && (
          <p>
            <code>{error.digest}</code>
          </p>
        )}
      </body>
    </html>
  )
}
