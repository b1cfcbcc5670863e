// The page /v, for people who have a slip but no camera: they type the code and are led to the form it belongs to.
import type { IncomingMessage } from 'node:http'
import { answerLink } from '#lib/answer-link'
import { findVisitPlace } from '#lib/flows/find-visit-place'
import { Problem } from '#lib/problem'
import { codePage } from '#lib/surveys/light-form/screens'
import { ownScreen } from './citizen-pages'
import type { Reply } from './citizen-reply'
import { deviceHeaders } from './device'
import { withGuessLimit } from './guess-limit'
import { readBody } from './read-body'

const limitBytes = 2000

/** The empty page for a GET; for a POST the way to the form, or the page again with what is wrong. */
export async function showCodePage(request: IncomingMessage, query: URLSearchParams): Promise<Reply> {
  const screen = { ...ownScreen(query), isSample: false }
  if (request.method !== 'POST') return page(200, codePage(screen, '', null))
  const typed = new URLSearchParams(await readBody(request, limitBytes)).get('code') ?? ''
  try {
    const place = await withGuessLimit(request, () => findVisitPlace(null, { code: typed.slice(0, 200) }))
    const link = new URL(answerLink('http://here', place))
    if (query.has('lang')) link.searchParams.set('lang', screen.language)
    const location = `${link.pathname}${link.search}`
    return { ...page(303, ''), headers: { location, ...deviceHeaders(request) } }
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status >= 500) throw problem
    const body = codePage(screen, typed.slice(0, 40), problem.sentence)
    return { ...page(problem.status, body), headers: deviceHeaders(request) }
  }
}

const page = (status: number, body: string): Reply => ({ status, body, type: 'text/html', caching: 'once' })
