/** The floors of the house, from the ground up: each may import what lies below it, never above. */
const domain = '^src/domain/';
const infrastructure = '^src/infrastructure/';
const records = '^src/records/';
const web = '^src/web/';
const casework = '^src/casework/';
const top = '^src/[^/]+[.]ts$|^src/(commands|demo)/';
// Any other folder is a capability: a new one is held by the rules from its first file.
const capability = '^src/(?!(?:domain|infrastructure|records|web|casework|commands|demo)/)([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'The law imports only itself and xstate.',
      severity: 'error',
      from: { path: domain },
      to: { pathNot: [domain, '(^|/)node_modules/xstate/'] },
    },
    {
      name: 'infrastructure-stands-on-domain',
      severity: 'error',
      from: { path: infrastructure },
      to: { path: '^src/', pathNot: [infrastructure, domain] },
    },
    {
      name: 'records-stand-on-infrastructure',
      severity: 'error',
      from: { path: records },
      to: { path: '^src/', pathNot: [records, infrastructure, domain] },
    },
    {
      name: 'web-stands-on-records',
      severity: 'error',
      from: { path: web },
      to: { path: '^src/', pathNot: [web, records, infrastructure, domain] },
    },
    {
      name: 'casework-stands-on-records',
      severity: 'error',
      from: { path: casework },
      to: { path: '^src/', pathNot: [casework, records, infrastructure, domain] },
    },
    {
      name: 'capabilities-are-strangers',
      comment: 'A shared need sinks to casework, records or domain.',
      severity: 'error',
      from: { path: capability },
      to: { path: capability, pathNot: '^src/$1/' },
    },
    {
      name: 'nothing-imports-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: top },
      to: { path: top },
    },
    {
      name: 'program-imports-no-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '^(src|test|bench)/.*index[.]ts$' },
    },
    { name: 'no-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      comment: 'A production installation has no development packages.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      from: { path: '^(src|test|bench)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    extraExtensionsToScan: [],
  },
};
