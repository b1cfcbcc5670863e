// The printed form as lib/surveys made it: its HTML is escaped there, so that it can stand here as it is.
export function PaperSheet({ style, sheet }: { style: string; sheet: string }) {
  return (
    <>
      <style
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/surveys/paper-form, every text escaped
        dangerouslySetInnerHTML={{ __html: style }}
      />
      <div
        lang="vi"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/surveys/paper-form, every text escaped
        dangerouslySetInnerHTML={{ __html: sheet }}
      />
    </>
  )
}
