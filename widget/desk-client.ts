import type { Attachment, ProblemBody, PublicSnapshot, Route } from '../contract/index.ts';
import type { Host } from './host.ts';

export type Session = {
  token: string;
  customer: { id: string; name: string; identified: boolean };
  shopName: string;
  greeting: string;
  aiEnabled: boolean;
  peopleOnline: boolean;
  nextOpeningAt: number | null;
  snapshot: PublicSnapshot | null;
  fileLimitBytes: number;
  textLimit: number;
};

/** A refusal of the desk; `null` problem: it could not be reached. */
export class Failure extends Error {
  readonly problem: ProblemBody | null;
  constructor(problem: ProblemBody | null) {
    super(problem?.message ?? 'unreachable');
    this.problem = problem;
  }
}

const tokenKey = 'tandem.token';

/** Local storage, or memory where the browser blocks it. */
export const memory = {
  kept: new Map<string, string>(),
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return this.kept.get(key) ?? null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      this.kept.set(key, value);
    }
  },
};

export function createDeskClient(host: Host) {
  let token = memory.get(tokenKey);

  async function call<T>(method: Route['method'], path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${host.base}/api${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Failure(null);
    });
    const answer = await response.json().catch(() => null);
    if (!response.ok) throw new Failure(response.status >= 500 ? null : (answer as ProblemBody));
    return answer as T;
  }

  return {
    token: () => token,
    async openSession(): Promise<Session> {
      const wanted = {
        language: host.language,
        ...(token ? { token } : {}),
        ...(host.identity ? { identity: host.identity } : {}),
      };
      const session = await call<Session>('post', '/widget/session', wanted).catch((error: Failure) => {
        // An identity that has run out must not lock the customer out of asking.
        if (error.problem?.field !== 'identity') throw error;
        return call<Session>('post', '/widget/session', { language: host.language });
      });
      token = session.token;
      memory.set(tokenKey, token);
      return session;
    },
    openConversation: () =>
      call<PublicSnapshot>('post', '/widget/conversation', {
        language: host.language,
        page: location.href.slice(0, 500),
      }),
    read: (since: number) =>
      call<{ snapshot: PublicSnapshot | null }>('get', `/widget/conversation?since=${since}`),
    post: <T>(path: string, body: unknown = {}) => call<T>('post', path, body),
    upload(file: File, onProgress: (share: number) => void): Promise<Attachment> {
      return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(
          'POST',
          `${host.base}/api/files?name=${encodeURIComponent(file.name.slice(-120) || 'picture.png')}`,
        );
        request.setRequestHeader('authorization', `Bearer ${token}`);
        request.setRequestHeader('content-type', 'application/octet-stream');
        request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
        request.onerror = () => reject(new Failure(null));
        request.onload = () => {
          const answer = JSON.parse(request.responseText || 'null');
          if (request.status < 300) resolve(answer);
          else reject(new Failure(answer));
        };
        request.send(file);
      });
    },
  };
}
