/** A text or any JSON as PostgreSQL takes it: its text holds no NUL, and its jsonb no lone surrogates. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed() as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, storable(one)])) as T;
  return value;
}
