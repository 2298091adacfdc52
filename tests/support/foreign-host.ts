import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of another origin that notes whatever reaches it. */
export interface ForeignHost {
  /** Without a slash at the end. */
  readonly origin: string;
  /** Method and path of every request that arrived, upgrades included. */
  readonly arrivals: readonly string[];
  /** Connections that were opened, whether or not a request followed. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Starts an HTTP server on a free port of loopback that answers everything, readable from every origin. */
export async function startForeignHost(): Promise<ForeignHost> {
  const arrivals: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    arrivals.push(`${request.method} ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Content-Type', 'text/plain');
    response.end('arrived');
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.on('upgrade', (request, socket) => {
    arrivals.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A UDP socket of loopback that notes whether a datagram reached it, as a STUN server would get. */
export interface UdpListener {
  readonly port: number;
  readonly datagrams: () => number;
  close(): Promise<void>;
}

export async function startUdpListener(): Promise<UdpListener> {
  const socket = createSocket('udp4');
  let datagrams = 0;
  socket.on('message', () => {
    datagrams += 1;
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    datagrams: () => datagrams,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
