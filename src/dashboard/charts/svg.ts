import { BarChart, GaugeChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  BarChart,
  GaugeChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  SVGRenderer,
]);

/** What a chart is to show, and its size in pixels. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly option: echarts.EChartsCoreOption;
}

/** Names that a reader's machine resolves; a picture cannot load the page's fonts. */
const chartFont = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

/** Draws a chart as SVG. Equal charts give equal text. */
export function svgOf({ width, height, option }: Chart): string {
  const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawn.setOption({ ...option, animation: false, textStyle: { fontFamily: chartFont } });
    return drawn.renderToSVGString();
  } finally {
    // A chart that is kept alive keeps the process alive.
    drawn.dispose();
  }
}
