// Sections of plain words, each below its heading; every line of a text is a paragraph.
type ProseSection = { id: string; title: string; text: string }

export function ProseSections({ sections }: { sections: ProseSection[] }) {
  return sections.map(({ id, title, text }) => (
    <section key={id} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ))
}
