import { loadDefinitions } from '#lib/definitions/load-definitions'
import { compileForm } from '#lib/surveys/compile-form'
import { makeSampleWaves } from './prisma/sample/waves'
const { definitions } = await loadDefinitions('surveys')
const forms = Object.fromEntries(definitions.filter(d=>d.kind==='form').map(d=>[`${d.slug}.v${d.version}`, compileForm(d.body.form)])) as any
let c=process.cpuUsage(); let t=Date.now()
const w = makeSampleWaves(forms, new Date()); console.log(Date.now()-t, process.cpuUsage(c).user/1000)
