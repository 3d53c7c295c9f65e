// Where the actors of the network stand: a force layout, run to its end at once, the same for the same input.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import type { Network } from '../api/types';

type Node = Network['nodes'][number];
type Edge = Network['edges'][number];

export interface Placed extends SimulationNodeDatum {
  node: Node;
  r: number;
  x: number;
  y: number;
}

export interface Joined {
  edge: Edge;
  from: Placed;
  to: Placed;
}

/** The `most` nodes with most events and the edges between them, laid out in a box. */
export function layOut(network: Network, width: number, height: number, most: number): { nodes: Placed[]; links: Joined[] } {
  const weight = (node: Node) => node.acted + node.received;
  const heavy = [...network.nodes].sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name)).slice(0, most);
  const ids = new Set(heavy.map(({ id }) => id));
  const joined = new Set(network.edges.flatMap(({ from, to }) => (ids.has(from) && ids.has(to) && from !== to ? [from, to] : [])));
  const kept = heavy.filter(({ id }) => joined.has(id));
  const heaviest = Math.max(1, ...kept.map(weight));
  const nodes: Placed[] = kept.map((node, i) => ({
    node,
    r: 4 + 11 * Math.sqrt(weight(node) / heaviest),
    x: width / 2 + Math.cos(i * 2.4) * 12 * Math.sqrt(i),
    y: height / 2 + Math.sin(i * 2.4) * 12 * Math.sqrt(i),
  }));
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const links: Joined[] = [];
  for (const edge of network.edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (from && to && from !== to) links.push({ edge, from, to });
  }
  const pulls = links.map(({ from, to }): SimulationLinkDatum<Placed> => ({ source: from, target: to }));
  const room = Math.sqrt((width * height) / Math.max(1, nodes.length));
  forceSimulation(nodes)
    .force('link', forceLink<Placed, SimulationLinkDatum<Placed>>(pulls).distance(room * 0.9).strength(0.3))
    .force('charge', forceManyBody().strength(-room * 3.6))
    .force('collide', forceCollide<Placed>((placed) => placed.r + 22))
    .force('x', forceX(width / 2).strength(0.05 + 0.05 * (height / width)))
    .force('y', forceY(height / 2).strength(0.05 + 0.05 * (width / height)))
    .stop()
    .tick(260);
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(Math.max(low, high), value));
  for (const placed of nodes) {
    placed.x = clamp(placed.x, placed.r + 4, width - placed.r - 4);
    placed.y = clamp(placed.y, placed.r + 12, height - placed.r - 16);
  }
  return { nodes, links };
}

/** A bent line from circle to circle, so that there and back are two lines; it ends at the edge of the target. */
export function linkPath({ from, to }: Joined): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = 0.16;
  const [cx, cy] = [(from.x + to.x) / 2 - dy * bend, (from.y + to.y) / 2 + dx * bend];
  const [ex, ey] = [to.x - cx, to.y - cy];
  const end = Math.hypot(ex, ey) || 1;
  const stop = (to.r + 5) / end;
  const begin = from.r / length;
  const f = (value: number) => value.toFixed(1);
  return `M${f(from.x + dx * begin)} ${f(from.y + dy * begin)}Q${f(cx)} ${f(cy)} ${f(to.x - ex * stop)} ${f(to.y - ey * stop)}`;
}
