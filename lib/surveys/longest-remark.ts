// Characters in the words beside an answer ("other: ..."): one number for the page and for the check.
export const longestRemark = 2000
