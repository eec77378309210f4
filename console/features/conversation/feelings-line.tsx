import { Text } from '@mantine/core';
import type { Emotion, Mood } from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';

type Point = NonNullable<Mood['line']>[number];

const height = 56;
const step = 26;
const margin = 8;
/** Levels run from −1.5 (delighted, at the top) to 3 (furious, at the bottom). */
const y = (level: number) => margin + ((level + 1.5) / 4.5) * (height - 2 * margin);
const narrowest = 160;
const widest = 420;

/** The mood over the customer's messages, better above, worse below, with the messages at which it turned. */
export function FeelingsLine({ line, turningPoints }: { line: Point[]; turningPoints: number[] }) {
  const say = useWords('conversation');
  const width = Math.max(narrowest, Math.min(widest, 2 * margin + step * (line.length - 1)));
  const x = (at: number) => margin + (at * (width - 2 * margin)) / Math.max(1, line.length - 1);
  const turns = turningPoints.filter((at) => line[at]);
  const told = [0, ...turns.filter((at) => at > 0)].map((at) => {
    const { emotion, strength } = line[at] as Point;
    return say.feltAt(at + 1, say.feeling(emotion, strength));
  });
  return (
    <figure className="feelings">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${say.feelings}: ${told.join(' → ')}`}
      >
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="still" />
        <polyline points={line.map((point, at) => `${x(at)},${y(point.level)}`).join(' ')} />
        {line.map((point, at) => (
          <circle
            key={at}
            cx={x(at)}
            cy={y(point.level)}
            r={turns.includes(at) ? 5 : 3}
            className={`felt ${point.emotion}`}
          >
            <title>
              {[say.feltAt(at + 1, say.feeling(point.emotion, point.strength)), point.quote]
                .filter(Boolean)
                .join(' · ')}
            </title>
          </circle>
        ))}
      </svg>
      {turns.slice(-3).map((at) => {
        const { emotion, strength, quote } = line[at] as Point;
        return (
          <Text key={at} size="sm" component="div">
            <FeltMark emotion={emotion} /> {say.feltAt(at + 1, say.feeling(emotion, strength))}
            {quote && <span className="dim"> “{quote}”</span>}
          </Text>
        );
      })}
    </figure>
  );
}

/** The coloured dot of a feeling; its name stands beside it. */
export function FeltMark({ emotion }: { emotion: Emotion }) {
  return <span className={`felt ${emotion}`} aria-hidden />;
}
