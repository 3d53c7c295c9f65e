// Who did what to whom: actors as circles, what one did to another as arrows; or the same as a table.
import { useMemo, useState } from 'preact/hooks';
import { listPath } from '../api/paths';
import type { Network } from '../api/types';
import { useApi } from '../api/use';
import { countsText, mainQuad } from '../charts/bins';
import { type Joined, layOut, linkPath, type Placed } from '../charts/layout';
import { QuadGlyph } from '../parts/glyph';
import { Answer, Nothing } from '../parts/message';
import { Choice, Panel, Toggle } from '../parts/panel';
import { useWidth } from '../parts/width';
import { filters, narrow } from '../state/route';
import { count } from '../text/numbers';

const HEIGHT = 400;
type By = 'actor' | 'country';

export function NetworkPanel() {
  const [by, setBy] = useState<By>('actor');
  const [asList, setAsList] = useState(false);
  const asked = useApi<Network>(listPath('network', filters.value, { by, limit: '60' }));
  return (
    <Panel
      name="Who to whom"
      class="network"
      tools={
        <>
          <Choice label="What a circle is" of={[['actor', 'Actors'], ['country', 'Countries']] as const} now={by} set={setBy} />
          <Toggle on={asList} set={setAsList}>
            As a list
          </Toggle>
        </>
      }
    >
      <Answer of={asked} what="the network">
        {(network) => (network.edges.length === 0 ? <Nothing what="events between two actors" /> : asList ? <Table network={network} /> : <Graph network={network} />)}
      </Answer>
      <p class="legend-line">
        <span class="score coop">━▸</span> mostly cooperation <span class="score conf">╍▸</span> mostly conflict. Click a circle or an arrow to follow it.
      </p>
    </Panel>
  );
}

const side = (score: number | null) => (score === null || score === 0 ? 'even' : score > 0 ? 'coop' : 'conf');

function Graph({ network }: { network: Network }) {
  const [ref, width] = useWidth<HTMLDivElement>(520);
  const [near, setNear] = useState<string | null>(null);
  const { nodes, links } = useMemo(() => layOut(network, width, HEIGHT, width < 420 ? 14 : 24), [network, width]);
  const touching = useMemo(() => {
    const names = new Set<string>();
    if (near) for (const { edge } of links) if (edge.from === near || edge.to === near) names.add(edge.from), names.add(edge.to);
    return names;
  }, [near, links]);
  const dim = (on: boolean) => (near && !on ? 'dim' : '');
  return (
    <div class="graph" ref={ref}>
      <svg width={width} height={HEIGHT} role="group" aria-label="Network of actors">
        <defs>
          {(['coop', 'conf', 'even'] as const).map((kind) => (
            <marker key={kind} id={`arrow-${kind}`} class={`score ${kind}`} viewBox="0 0 10 10" refX="6" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0 0L10 5L0 10z" />
            </marker>
          ))}
        </defs>
        {links.map((link) => (
          <Arrow key={`${link.edge.from} ${link.edge.to}`} link={link} dim={dim(link.edge.from === near || link.edge.to === near)} />
        ))}
        {nodes.map((placed) => (
          <Circle key={placed.node.id} placed={placed} dim={dim(placed.node.id === near || touching.has(placed.node.id))} setNear={setNear} />
        ))}
        {nodes.map((placed) => (
          <Name key={placed.node.id} placed={placed} width={width} dim={dim(placed.node.id === near || touching.has(placed.node.id))} />
        ))}
      </svg>
    </div>
  );
}

/** Arrows are for the pointer; keys reach the same through circles and the list. */
function Arrow({ link, dim }: { link: Joined; dim: string }) {
  const { edge, from, to } = link;
  const path = linkPath(link);
  const kind = side(edge.score);
  return (
    <g class={`arrow-line score ${kind} ${dim}`} aria-hidden="true" onClick={() => narrow({ actor: [from.node.name], recipient: [to.node.name] })}>
      <title>{`${from.node.name} → ${to.node.name}: ${count(edge.events, 'event')} (${countsText(edge.types)})`}</title>
      <path class="hit" d={path} />
      <path class="line" d={path} stroke-width={Math.min(7, 1 + Math.log2(edge.events) * 1.1)} marker-end={`url(#arrow-${kind})`} />
    </g>
  );
}

function Circle({ placed: { node, r, x, y }, dim, setNear }: { placed: Placed; dim: string; setNear: (id: string | null) => void }) {
  const follow = () => narrow({ involving: filters.value.involving.includes(node.name) ? [] : [node.name], actor: [], recipient: [] });
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    follow();
  };
  const chosen = filters.value.involving.includes(node.name);
  return (
    <g
      class={`node ${dim} ${chosen ? 'chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={`${node.name}: acted ${node.acted} times, was acted on ${node.received} times`}
      transform={`translate(${x} ${y})`}
      onClick={follow}
      onKeyDown={keys}
      onPointerEnter={() => setNear(node.id)}
      onPointerLeave={() => setNear(null)}
      onFocus={() => setNear(node.id)}
      onBlur={() => setNear(null)}
    >
      <circle r={r} />
    </g>
  );
}

/** Names lie above all circles and arrows. */
function Name({ placed: { node, r, x, y }, width, dim }: { placed: Placed; width: number; dim: string }) {
  const anchor = x < 60 ? 'start' : x > width - 60 ? 'end' : 'middle';
  return (
    <text class={`node-name ${dim}`} x={anchor === 'start' ? x - r : anchor === 'end' ? x + r : x} y={y + r + 11} text-anchor={anchor} aria-hidden="true">
      {node.name.length > 24 ? `${node.name.slice(0, 23)}…` : node.name}
    </text>
  );
}

function Table({ network }: { network: Network }) {
  const name = new Map(network.nodes.map((node) => [node.id, node.name]));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Pairs of actors">
      <table>
        <thead>
          <tr>
            <th scope="col">Who → whom</th>
            <th scope="col" class="n">
              Events
            </th>
            <th scope="col" class="n">
              Score
            </th>
            <th scope="col">Types</th>
          </tr>
        </thead>
        <tbody>
          {network.edges.map((edge) => (
            <tr key={`${edge.from} ${edge.to}`}>
              <th scope="row">
                <QuadGlyph quad={mainQuad(edge.types)} />{' '}
                <button type="button" class="link" onClick={() => narrow({ actor: [name.get(edge.from)!], recipient: [name.get(edge.to)!] })}>
                  {name.get(edge.from)} → {name.get(edge.to)}
                </button>
              </th>
              <td class="n">{edge.events}</td>
              <td class="n">{edge.score === null ? '' : edge.score.toFixed(1).replace('-', '−')}</td>
              <td>{countsText(edge.types, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
