/** What a request to the outside may cost, and where it may go. */
export type OutboundLimits = {
  /** Whether this address may be reached; asked again for every redirect. */
  mayReach: (url: URL) => boolean;
  /** Until the answer has begun. */
  headersWithinMs: number;
  /** Until the last byte. */
  wholeWithinMs: number;
  /** A longer answer ends in an error. */
  mostBytes: number;
};

export class OutboundRefused extends Error {
  readonly why: 'address' | 'redirect' | 'time' | 'size';
  constructor(why: OutboundRefused['why'], message: string) {
    super(message);
    this.why = why;
  }
}

const mostRedirects = 3;

/**
 * The one way out of the desk: every request the server makes to another host goes through here.
 * http(s) only, no credentials in the address, each redirect checked again, time and size bounded. The body arrives as
 * a stream that fails when a bound is crossed.
 */
export async function fetchOutside(
  address: string | URL,
  init: RequestInit,
  limits: OutboundLimits,
): Promise<Response> {
  const abort = new AbortController();
  const stop = (reason: Error) => abort.abort(reason);
  const outer = init.signal;
  const passOn = () => stop(outer?.reason as Error);
  outer?.addEventListener('abort', passOn, { once: true });
  if (outer?.aborted) passOn();
  const late = () => stop(new OutboundRefused('time', 'The other side took too long.'));
  const whole = setTimeout(late, limits.wholeWithinMs);
  const headers = setTimeout(late, limits.headersWithinMs);
  const done = () => {
    clearTimeout(whole);
    outer?.removeEventListener('abort', passOn);
  };
  try {
    const response = await follow(checked(address, limits), { ...init, signal: abort.signal }, limits);
    clearTimeout(headers);
    if (!response.body) {
      done();
      return response;
    }
    return new Response(bounded(response.body, limits.mostBytes, stop, done), response);
  } catch (error) {
    done();
    throw abort.signal.aborted && abort.signal.reason instanceof Error ? abort.signal.reason : error;
  } finally {
    clearTimeout(headers);
  }
}

async function follow(url: URL, init: RequestInit, limits: OutboundLimits): Promise<Response> {
  let at = url;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await fetch(at, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || !location) return response;
    await response.body?.cancel();
    const next = checked(new URL(location, at), limits);
    // A key in a header must not travel to another origin, and a body is only sent again where the answer asks for it.
    if (next.origin !== at.origin || response.status < 307)
      throw new OutboundRefused('redirect', `Refused the redirect to ${next.origin}.`);
    at = next;
  }
  throw new OutboundRefused('redirect', `More than ${mostRedirects} redirects.`);
}

function checked(address: string | URL, limits: OutboundLimits): URL {
  const url = new URL(address);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  if (!web || url.username || url.password || !limits.mayReach(url))
    throw new OutboundRefused('address', `${url.protocol}//${url.host} may not be reached.`);
  return url;
}

function bounded(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
  stop: (reason: Error) => void,
  done: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let size = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done: ended, value } = await reader.read();
        if (ended) {
          done();
          return controller.close();
        }
        size += value.length;
        if (size > mostBytes)
          throw new OutboundRefused('size', `The answer is longer than ${mostBytes} bytes.`);
        controller.enqueue(value);
      } catch (error) {
        done();
        stop(error as Error);
        controller.error(error);
      }
    },
    async cancel(reason) {
      done();
      await reader.cancel(reason).catch(() => {});
    },
  });
}
