import { Socket } from 'node:net';
import type pg from 'pg';

/** A statement as the driver takes it; one with a name is prepared. */
export interface Statement {
  name: string | undefined;
  text: string;
  values: unknown[];
}

/** Makes a client that sends without waiting, over the socket given. */
export type OpenClient = (socket: Socket) => pg.Client;

/** Runs single reads over few connections. */
export interface ReadLanes {
  /** The answer, or null when no lane is free to take the read now: it needs a connection of its own. */
  read(statement: Statement): Promise<pg.QueryResult> | null;
  end(): Promise<void>;
}

/** Reads of one turn that share a connection: more of them would wait for one another. */
const MOST_OF_A_TURN = 12;

/** A lane that has owed an answer for this long (ms) gets nothing more until it answers. */
const SLOW_MS = 50;

/**
 * A few connections for reads outside transactions. Reads asked in the same turn of the event loop travel in one write and
 * their answers come back in order: waking a process of the server costs more than most reads do. An error stays with the
 * read it belongs to; a lost connection is opened anew by the next read.
 */
export function readLanes(openClient: OpenClient, count: number): ReadLanes {
  const lanes = Array.from({ length: count }, () => new Lane(openClient));
  let turn: { lane: Lane; left: number } | null = null;

  function laneOfTurn(): Lane | null {
    if (turn && turn.left > 0) {
      turn.left -= 1;
      return turn.lane;
    }
    const [lane] = lanes.filter((one) => !one.isSlow).sort((one, other) => one.underWay - other.underWay);
    if (!lane) return null;
    const opened = { lane, left: MOST_OF_A_TURN - 1 };
    turn = opened;
    lane.hold();
    setImmediate(() => {
      if (turn === opened) turn = null;
      lane.release();
    });
    return lane;
  }

  return {
    read: (statement) => laneOfTurn()?.read(statement) ?? null,
    end: async () => {
      await Promise.all(lanes.map((lane) => lane.end()));
    },
  };
}

/** One connection whose statements are sent without waiting for the answers to those before. */
class Lane {
  underWay = 0;
  private owesSince = 0;
  private open: { client: pg.Client; socket: Socket; ready: Promise<unknown> } | null = null;

  private readonly openClient: OpenClient;

  constructor(openClient: OpenClient) {
    this.openClient = openClient;
  }

  get isSlow(): boolean {
    return this.underWay > 0 && performance.now() - this.owesSince > SLOW_MS;
  }

  /** Keeps what is written from leaving until it is released. */
  hold(): void {
    this.opened().socket.cork();
  }

  release(): void {
    this.open?.socket.uncork();
  }

  async read(statement: Statement): Promise<pg.QueryResult> {
    const { client, ready } = this.opened();
    if (this.underWay === 0) this.owesSince = performance.now();
    this.underWay += 1;
    try {
      await ready;
      return await client.query(statement);
    } finally {
      this.underWay -= 1;
      this.owesSince = performance.now();
    }
  }

  async end(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.ready.then(() => open.client.end()).catch(() => undefined);
  }

  private opened() {
    if (this.open) return this.open;
    const socket = new Socket();
    const client = this.openClient(socket);
    const opened = { client, socket, ready: client.connect() };
    const forget = () => {
      if (this.open === opened) this.open = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    opened.ready.catch(forget);
    this.open = opened;
    return opened;
  }
}
