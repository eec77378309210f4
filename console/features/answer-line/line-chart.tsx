import type { AnswerLine } from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';

type Point = AnswerLine['curve'][number];
export type Mark = { name: string; point: Point; isNow: boolean };

/** The plot is as wide as its place, so the drawing is stretched and all words stand beside it. */
const size = { width: 100, height: 100 };

/** Of 100 questions the articles cover, how many are answered rightly, wrongly, or not at once: from a loose line to a strict one. */
export function LineChart({ curve, marks }: { curve: Point[]; marks: Mark[] }) {
  const say = useWords('answerLine');
  const from = curve[0]?.threshold ?? 0;
  const until = curve.at(-1)?.threshold ?? 1;
  const x = ({ threshold }: Point) => ((threshold - from) / (until - from)) * size.width;
  const y = (share: number) => size.height * (1 - share);
  const under = (share: (point: Point) => number) =>
    [
      `${x(curve[0] as Point)},${size.height}`,
      ...curve.map((point) => `${x(point)},${y(share(point))}`),
      `${size.width},${size.height}`,
    ].join(' ');
  const told = marks.map(({ name, point }) =>
    say.point(name, say.answers(inHundred(point.answered), inHundred(point.right))),
  );
  return (
    <figure className="line-chart">
      <div className="scale" aria-hidden>
        <span>100</span>
        <span>50</span>
        <span>0</span>
      </div>
      <div className="plot">
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${say.curve}. ${say.curveTold(told.join(' '))}`}
        >
          <line x1={0} x2={size.width} y1={y(0.5)} y2={y(0.5)} className="still" />
          <polygon points={under((point) => point.answered)} className="wrong" />
          <polygon points={under((point) => point.right)} className="right" />
          {marks.map((mark) => (
            <line
              key={mark.name}
              x1={x(mark.point)}
              x2={x(mark.point)}
              y1={0}
              y2={size.height}
              className={mark.isNow ? 'mark' : 'mark then'}
            />
          ))}
        </svg>
        {marks.map((mark) => (
          <span
            key={mark.name}
            aria-hidden
            className={mark.isNow ? 'flag' : 'flag then'}
            style={{ left: `${x(mark.point)}%` }}
          >
            {mark.name}
          </span>
        ))}
      </div>
      <div className="ends" aria-hidden>
        <span>{say.looser}</span>
        <span>{say.stricter}</span>
      </div>
      <figcaption>
        {(['right', 'wrong', 'not'] as const).map((area) => (
          <span key={area}>
            <i className={area} aria-hidden />
            {say.areas[area]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** A share as so many in a hundred. */
export function inHundred(share: number): string {
  return String(Math.round(share * 100));
}
