// The lanes of jobs that the server runs: each with its own workers, so that a stuck mail server delays no log and no box.
// A lane says when and how often; what is done stands in the flow that it calls.
import type { Lane } from '#lib/jobs/lane'

export const lanes: Lane[] = []
