const { availableParallelism } = require('node:os');

module.exports = {
  timeout: 60_000,
  'forbid-only': true,
  parallel: true,
  // Mocha would leave one core idle.
  jobs: availableParallelism(),
  require: ['test/support/environment.mjs', 'dist/test/support/whole-run.js'],
};
