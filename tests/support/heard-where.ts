// The frame that really codes where people heard of the reform: the newest file of surveys/code-frames.
import { readFileSync } from 'node:fs'
import { codeFrameFile } from '#lib/definitions/code-frame-file'

const path = new URL('../../surveys/code-frames/heard-where.v1.json', import.meta.url)

export const heardWhere = codeFrameFile.parse(JSON.parse(readFileSync(path, 'utf8')))
