// What the seal of a contest's secret is bound to, beside the id of the contest.
export const secretPurpose = 'contest-secret'
