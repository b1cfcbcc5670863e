// npm run scripts: the hash of every file of code that the citizen pages and ballots run, as `sha256sum` prints it. What a
// server sends can be compared with what this source makes.
import { createHash } from 'node:crypto'
import {
  ballotScript,
  lightFormScript,
  lightFormWorker,
  surveyPageScript,
} from '../_server/light-form-script'

const { script, style } = surveyPageScript()
for (const { url, source } of [ballotScript(), lightFormScript(), lightFormWorker(), script, style])
  console.log(`${createHash('sha256').update(source).digest('hex')}  ${url}`)
