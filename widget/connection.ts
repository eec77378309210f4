import type { FromClient, ToClient } from '../contract/index.ts';

const firstPauseMs = 500;
const longestPauseMs = 20_000;
const pingEveryMs = 10_000;
const answerWithinMs = 5000;

/** Exponential back-off with full jitter: somewhere between 0 and the doubled pause. */
export function pauseMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt));
}

export type Connection = { send: (message: FromClient) => boolean; close: () => void; isOpen: () => boolean };

/**
 * A socket that comes back by itself. `onOpen` runs after each welcome; what was missed is asked for by watching with
 * `since`. A silent line is found out by unanswered pings. After three failures in a row `onBlocked` says that sockets
 * do not get through, and trying goes on.
 */
export function connect(
  base: string,
  token: () => string | null,
  on: { open: () => void; message: (message: ToClient) => void; down: () => void; blocked: () => void },
): Connection {
  let socket: WebSocket | null = null;
  let attempt = 0;
  let welcomed = false;
  let closed = false;
  let timer = 0;
  let heartbeat = 0;
  let lastHeard = 0;

  function start(): void {
    clearTimeout(timer);
    if (closed) return;
    const mine = new WebSocket(`${base.replace(/^http/, 'ws')}/api/live`);
    socket = mine;
    mine.onopen = () => mine.send(JSON.stringify({ type: 'hello', token: token() ?? undefined }));
    mine.onmessage = (event) => {
      lastHeard = Date.now();
      const message = JSON.parse(event.data) as ToClient;
      if (message.type === 'welcome') {
        attempt = 0;
        welcomed = true;
        on.open();
      } else on.message(message);
    };
    mine.onclose = () => {
      if (socket !== mine) return;
      socket = null;
      welcomed = false;
      clearInterval(heartbeat);
      if (closed) return;
      on.down();
      attempt++;
      if (attempt >= 3) on.blocked();
      timer = window.setTimeout(start, pauseMs(attempt, Math.random()));
    };
    lastHeard = Date.now();
    heartbeat = window.setInterval(() => {
      if (Date.now() - lastHeard > pingEveryMs + answerWithinMs) mine.close();
      else if (welcomed) mine.send('{"type":"ping"}');
    }, pingEveryMs);
  }

  const retryNow = () => {
    if (closed) return;
    // After a change of network the old line may be dead without having noticed.
    if (socket && Date.now() - lastHeard > answerWithinMs) socket.close();
    else if (!socket) start();
  };
  window.addEventListener('online', retryNow);
  document.addEventListener('visibilitychange', retryNow);
  start();

  return {
    send(message) {
      if (!socket || !welcomed || socket.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    isOpen: () => welcomed,
    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(heartbeat);
      window.removeEventListener('online', retryNow);
      document.removeEventListener('visibilitychange', retryNow);
      socket?.close();
    },
  };
}
