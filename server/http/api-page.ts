type Operation = {
  operationId: string;
  summary: string;
  'x-access'?: string | string[];
  parameters?: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};
type Document = {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

/** The API document as a page people read: no script, nothing loaded from elsewhere. */
export function apiPage(document: object): string {
  const { info, paths, components } = document as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ path }) => path.split('/')[2] ?? ''))];
  const nav = tags.map((tag) => `<a href="#${tag}">${tag}</a>`).join('');
  const sections = tags.map((tag) => {
    const own = operations.filter(({ path }) => path.split('/')[2] === tag);
    return `<h2 id="${tag}">${escapeHtml(tag)}</h2>${own.map(({ path, method, operation }) => operationBlock(path, method, operation)).join('')}`;
  });
  const schemas = Object.entries(components.schemas)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([name, schema]) =>
        `<details id="schema-${name}"><summary><b>${escapeHtml(name)}</b></summary>${json(schema)}</details>`,
    );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(info.title)} API</title><link rel="stylesheet" href="/api/page.css"></head>
<body><header><h1>${escapeHtml(info.title)} API <small>${escapeHtml(info.version)}</small></h1><p>${escapeHtml(info.description)}
The machine-readable document is <a href="/api/openapi.json">/api/openapi.json</a>.</p><nav>${nav}<a href="#schemas">schemas</a></nav></header>
<main>${sections.join('')}<h2 id="schemas">schemas</h2>${schemas.join('')}</main></body></html>`;
}

function operationBlock(path: string, method: string, operation: Operation): string {
  const access = [operation['x-access'] ?? 'anyone'].flat().join(', ');
  const parameters = (operation.parameters ?? []).map(
    (one) =>
      `<li><code>${escapeHtml(one.name)}</code> <i>${one.in}</i> ${escapeHtml(JSON.stringify(one.schema))}</li>`,
  );
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<h4>Body <i>${escapeHtml(type)}</i></h4>${json(schema)}`,
  );
  const responses = Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      `<h4>${status} <i>${escapeHtml(description)}</i></h4>${status === '200' && content ? json(content['application/json']?.schema ?? {}) : ''}`,
  );
  return `<details><summary><span class="method ${method}">${method}</span> <code>${escapeHtml(path)}</code> <span>${escapeHtml(operation.summary)}</span> <i class="access">${escapeHtml(access)}</i></summary>
<ul>${parameters.join('')}</ul>${bodies.join('')}${responses.join('')}</details>`;
}

function json(schema: object): string {
  const linked = escapeHtml(JSON.stringify(schema, null, 2)).replace(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '<a href="#schema-$1">$1</a>',
  );
  return `<pre>${linked}</pre>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const apiPageStyle = `
:root{color-scheme:light dark;--line:light-dark(#e4e2dc,#34373b);--soft:light-dark(#f7f6f2,#1f2225)}
body{font:15px/1.55 system-ui,sans-serif;margin:0 auto;max-width:960px;padding:24px;background:light-dark(#fff,#17191b);color:light-dark(#22262a,#e6e4df)}
h1 small{font-weight:400;opacity:.6}nav{display:flex;flex-wrap:wrap;gap:4px 14px}a{color:light-dark(#0f6b5c,#6fd3bf)}
h2{margin:36px 0 8px;text-transform:capitalize}details{border:1px solid var(--line);border-radius:8px;margin:6px 0;padding:8px 12px}
summary{cursor:pointer;overflow-wrap:anywhere}.method{display:inline-block;min-width:3.6em;font-weight:700;text-transform:uppercase;font-size:12px}
.get{color:light-dark(#0f6b5c,#6fd3bf)}.post{color:light-dark(#8a5a00,#f0bd63)}.put{color:light-dark(#2b5fb3,#8db8ff)}.delete{color:light-dark(#b3352b,#ff9d94)}
i{opacity:.7}.access{float:right;font-size:13px}pre{background:var(--soft);padding:12px;border-radius:8px;overflow:auto;font-size:13px}`;
