import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { sessionCookie } from '../http/serve-route.ts';
import { createAgentConnections } from './agent-connections.ts';
import { type ConnectionNeeds, serveConnection } from './connection.ts';
import { startFanOut } from './fan-out.ts';
import { createSubscriptions } from './subscriptions.ts';

// A message of 8,000 characters in any script, escaped, fits.
const mostFrameBytes = 128 * 1024;
const heartbeatMs = 25_000;

export type RealtimeNeeds = Omit<ConnectionNeeds, 'subscriptions' | 'onAgent' | 'onAgentGone' | 'onRead'> & {
  allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean;
};

/** The live side of the desk: sockets at /api/live, fan-out, presence by connection. */
export function createRealtime(needs: RealtimeNeeds) {
  const subscriptions = createSubscriptions();
  const agents = createAgentConnections(needs.accounts);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostFrameBytes,
    perMessageDeflate: false,
  });
  startFanOut({ ...needs, subscriptions });

  const onRead = (conversationId: string, by: 'customer' | 'agent', seq: number) => {
    for (const side of ['agent', 'customer'] as const) {
      subscriptions.send(conversationId, side, { type: 'read', conversationId, by, seq });
    }
  };

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    if (new URL(request.url ?? '/', 'http://desk').pathname !== '/api/live')
      return refuse(socket, '404 Not Found');
    const secret = cookieOf(request, sessionCookie);
    // A cookie only counts from the desk's own pages; a visitor's token arrives in the hello and needs no such care.
    const ownPage = needs.allowsOrigin(request.headers.origin, request.headers.host);
    const agent = secret && ownPage ? await needs.accounts.agentOfSession(secret).catch(() => null) : null;
    sockets.handleUpgrade(request, socket, head, (client) => {
      alive.add(client);
      client.on('pong', () => alive.add(client));
      serveConnection(client, agent, request.socket.remoteAddress ?? 'unknown', {
        ...needs,
        subscriptions,
        onRead,
        onAgent: agents.connected,
        onAgentGone: agents.closed,
      });
    });
  }

  const alive = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const client of sockets.clients) {
      if (!alive.has(client)) client.terminate();
      alive.delete(client);
      client.ping();
    }
  }, heartbeatMs);

  return {
    onRead,
    subscriptions,
    start: agents.start,
    attach(server: Server): void {
      server.on('upgrade', upgrade);
    },
    /** Tells every client that the desk restarts; they come back by themselves. */
    stop(): void {
      clearInterval(heartbeat);
      agents.stop();
      for (const client of sockets.clients) client.close(1012, 'restarting');
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

function cookieOf(request: IncomingMessage, name: string): string | null {
  const pair = (request.headers.cookie ?? '').split(';').find((one) => one.trim().startsWith(`${name}=`));
  return pair ? decodeURIComponent(pair.trim().slice(name.length + 1)) : null;
}
