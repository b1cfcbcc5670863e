// What a number rests on, in plain words right beside it. Never folded away: who reads the number reads this.
import style from './assumed.module.css'

export function Assumed({ title, sentences }: { title: string; sentences: string[] }) {
  return (
    <div className={style.assumed}>
      <p className={style.title}>{title}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
