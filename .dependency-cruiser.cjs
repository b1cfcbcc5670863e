// Import directions of the house. A line here is a rule the team agreed on, see README "Map of the house".
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file or three.', {}, { circular: true }),
    forbid(
      'lib-knows-no-framework',
      'lib is plain TypeScript: no Next, no React, no sign-in library.',
      { path: '^lib/' },
      {
        path: ['^app/', 'node_modules/(next|react|react-dom|next-auth|next-intl|@mantine)/'],
      },
    ),
    forbid(
      'stats-imports-nothing-of-ours',
      'Numbers in, estimates out.',
      { path: '^lib/stats/' },
      { path: '^(lib/(?!stats/)|app/|prisma/)' },
    ),
    forbid(
      'pure-parts-know-no-database',
      'Only flows and db meet the database.',
      {
        path: '^lib/(stats|scoring|lineage|composite|rounds|surveys|secrecy|ballots|ledger|contacts|charts|exports|imports|definitions|workbook)/',
      },
      {
        path: ['^lib/(db|flows)/', 'node_modules/(pg|@prisma)/'],
      },
    ),
    forbid(
      'db-is-the-only-user-of-prisma',
      'One door to the database.',
      { path: '^(lib/(?!db/)|app/)' },
      { path: ['node_modules/(pg|@prisma)/', '^lib/db/generated/'] },
    ),
    forbid(
      'app-reaches-db-through-flows',
      'Pages and actions call flows.',
      { path: '^app/' },
      { path: '^lib/db/' },
    ),
    forbid(
      'client-components-stay-outside',
      'A client component must never pull the server into the browser.',
      { path: '^app/_ui/' },
      {
        path: ['^lib/(flows|db)/', '^app/_server/', '^lib/env'],
      },
    ),
    forbid(
      'only-definitions-layer-knows-surveyjs',
      'SurveyJS is known in lib/surveys and on the page that shows it.',
      { path: '^(lib/(?!surveys/))' },
      { path: 'node_modules/survey-' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^lib/db/generated', '^\\.next'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
