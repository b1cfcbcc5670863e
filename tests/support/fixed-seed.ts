// Property tests draw the same cases on every machine and in every run: a red test stays red until it is mended. For a
// hunt, FAST_CHECK_SEED=123 npm run test:pure draws others.
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_123) })
