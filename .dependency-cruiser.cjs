// The walls of ARCHITECTURE.md, each with its sentence. tests/architecture plants a violation to see that they hold.
const modules = 'server/modules';

// Who may use whom: a module, and the modules whose doors it may enter.
const uses = {
  accounts: [],
  answering: ['accounts', 'conversations', 'handoff', 'knowledge', 'model'],
  commerce: [],
  conversations: [],
  customers: [],
  files: [],
  handoff: ['accounts', 'conversations'],
  knowledge: [],
  learning: ['conversations', 'knowledge'],
  macros: [],
  model: [],
  routing: ['accounts', 'conversations'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or one needs a narrower type.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'modules-by-their-door',
      severity: 'error',
      comment: 'A module is entered through its index.ts only.',
      from: { pathNot: `^${modules}/([^/]+)/` },
      to: { path: `^${modules}/[^/]+/(?!index\\.ts$)` },
    },
    {
      name: 'modules-by-their-door-from-modules',
      severity: 'error',
      comment: 'A module is entered through its index.ts only.',
      from: { path: `^${modules}/([^/]+)/` },
      to: { path: `^${modules}/[^/]+/(?!index\\.ts$)`, pathNot: `^${modules}/$1/` },
    },
    ...Object.entries(uses).map(([name, allowed]) => ({
      name: `${name}-uses-only-its-list`,
      severity: 'error',
      comment: `The module ${name} may use: ${allowed.join(', ') || 'no other module'}.`,
      from: { path: `^${modules}/${name}/` },
      to: { path: `^${modules}/`, pathNot: `^${modules}/(${[name, ...allowed].join('|')})/` },
    })),
    {
      name: 'modules-know-no-technology',
      severity: 'error',
      comment: 'Business code imports no adapter, no HTTP, no socket; main.ts hands it what it needs.',
      from: { path: `^${modules}/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^server/(adapters|http|realtime|main)|^node_modules/(hono|@hono|ws|pg|ai|@ai-sdk)/' },
    },
    {
      name: 'brain-is-pure',
      severity: 'error',
      comment: 'brain/ decides and does nothing else: it imports only itself.',
      from: { path: '^brain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^brain/' },
    },
    {
      name: 'contract-needs-only-zod',
      severity: 'error',
      comment: 'Every side imports the contract, so it brings nothing along but zod.',
      from: { path: '^contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^contract/|^node_modules/zod/' },
    },
    {
      name: 'console-knows-the-contract-only',
      severity: 'error',
      comment: 'The console reaches the desk through the contract.',
      from: { path: '^console/' },
      to: { path: '^(server|brain|cli|seed|storefront|widget|tests)/' },
    },
    {
      name: 'widget-stays-small',
      severity: 'error',
      comment: 'The widget takes types from the contract, and the parser of message text; nothing else.',
      from: { path: '^widget/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(server|brain|cli|seed|storefront|console|tests|contract)/',
        pathNot: '^contract/message-text',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-tests-or-seed-in-production',
      severity: 'error',
      comment: 'Production code never imports tests or the demo shop; the command line may seed.',
      from: { path: '^(server|brain|contract|console|widget|storefront)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(tests|seed)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
