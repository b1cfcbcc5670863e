// Plays pieces one after the other: a recording, or the browser's voice for the language of the piece. One question at a
// time; stopping is at once.
import type { Piece } from '#lib/surveys/light-form/browser/pieces-to-read'

export class Reader {
  private silence = () => {}
  private turn = 0

  canRead({ recording, lang }: Piece): boolean {
    return recording !== undefined || voiceOf(lang) !== undefined
  }

  /** Settles when all is read, or stopped. */
  async read(pieces: Piece[]): Promise<void> {
    this.stop()
    const turn = this.turn
    for (const piece of pieces) {
      if (turn !== this.turn) return
      piece.element.classList.add('said')
      await (piece.recording ? this.play(piece.recording) : this.speak(piece))
      piece.element.classList.remove('said')
    }
  }

  stop(): void {
    this.turn++
    this.silence()
    this.silence = () => {}
  }

  private play(recording: HTMLAudioElement): Promise<void> {
    return new Promise((settle) => {
      const end = () => settle()
      recording.addEventListener('ended', end, { once: true })
      this.silence = () => {
        recording.removeEventListener('ended', end)
        recording.pause()
        settle()
      }
      recording.currentTime = 0
      recording.play().catch(end)
    })
  }

  private speak({ text, lang }: Piece): Promise<void> {
    return new Promise((settle) => {
      const words = new SpeechSynthesisUtterance(text)
      words.lang = lang
      words.voice = voiceOf(lang) ?? null
      words.onend = words.onerror = () => settle()
      this.silence = () => {
        speechSynthesis.cancel()
        settle()
      }
      speechSynthesis.speak(words)
    })
  }
}

/** A voice of the device before one from the network, which is silent without one. */
function voiceOf(lang: string): SpeechSynthesisVoice | undefined {
  const spoken = (window.speechSynthesis?.getVoices() ?? []).filter(
    (voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === lang.toLowerCase().split('-')[0],
  )
  return spoken.find((voice) => voice.localService) ?? (navigator.onLine ? spoken[0] : undefined)
}
