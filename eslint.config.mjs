import { basename } from 'node:path';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const VAGUE = '(Manager|Helper|Utils?|Base|Impl|Data|Common|Shared)(?![a-z0-9])';
const VAGUE_FILE = /(^|[-.])(managers?|helpers?|utils?|base|impl|data|common|shared)([-.]|$)/;

const askingTheTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask src/infrastructure/today.ts what day or time it is.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask src/infrastructure/today.ts what day or time it is.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Ask src/infrastructure/today.ts what day it is.',
  },
];

const anyDate = [
  {
    selector: "NewExpression[callee.name='Date'], MemberExpression[object.name='Date']",
    message: 'The domain counts in LocalDate; Date has no place here.',
  },
];

const vagueNames = [
  'ClassDeclaration',
  'FunctionDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
].map((kind) => ({
  // At the top of a file: declarations that reach into a package's own types keep its names.
  selector: `:matches(Program, ExportNamedDeclaration, ExportDefaultDeclaration) > ${kind}[id.name=/${VAGUE}/]`,
  message: 'This name says nothing: name the thing in the words of the field.',
}));

const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read once, in src/infrastructure/settings.ts.',
  },
];

/** File names say what is in the file; a barrel hides where things live. */
const fileNames = {
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename).replace(/\.ts$/, '');
        if (name === 'index')
          context.report({ node, message: 'No barrels: import from where a thing lives.' });
        else if (VAGUE_FILE.test(name))
          context.report({ node, message: `“${name}” says nothing about the file.` });
        else if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))
          context.report({ node, message: 'File names are in kebab-case.' });
      },
    };
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-*/**',
      'coverage/**',
      'data/**',
      'out/**',
      'assets/**',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'file-names': fileNames } } },
    rules: {
      'house/file-names': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      // 　is an ordinary blank of Chinese text.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...askingTheTime, ...vagueNames],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest modules are classes without content.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // [...text] walks the characters of a text, and that is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // Says nothing about safety, and rows from the driver are typed by the caller.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...askingTheTime, ...vagueNames, ...environment],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...askingTheTime, ...anyDate, ...vagueNames, ...environment] },
  },
  {
    files: ['src/infrastructure/today.ts', 'src/infrastructure/settings.ts'],
    rules: { 'no-restricted-syntax': ['error', ...vagueNames] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // Chai's assertions are properties; rows and pages in tests are looked at, not built upon.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
