// A small writer of SVG 1.1: axes, bars or marks, and a legend.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/iso_date.h"
#include "output/chart.h"
#include "output/terminal.h"

namespace annals {
namespace {

constexpr double kWidth = 800, kLeft = 80, kRight = 20, kTop = 50, kPlot = 300, kBottom = 40, kLegendLine = 18;
constexpr std::size_t kMostSources = 8;  // more are drawn alike, as "others"

// Okabe and Ito's colours (2008), which colour-blind readers tell apart; the eighth, grey, is for the others.
constexpr std::string_view kColours[kMostSources] = {"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                                     "#E69F00", "#56B4E9", "#000000", "#777777"};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// The step of an axis: 1, 2 or 5 times a power of ten, for about five lines.
double step_for(double most) {
  const double rough = most / 5, power = std::pow(10, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (rough <= times * power) return times * power;
  }
  return 10 * power;
}

struct Scale {
  std::chrono::sys_days first, last;
  double most;

  double x(std::chrono::sys_days day) const {
    const double span = static_cast<double>((last - first).count());
    const double share = span == 0 ? 0.5 : static_cast<double>((day - first).count()) / span;
    return kLeft + 10 + share * (kWidth - kLeft - kRight - 20);
  }
  double y(double value) const { return kTop + kPlot - value / most * kPlot; }
};

Scale scale_of(const Chart& chart) {
  double most = 0;
  for (const ChartPoint& p : chart.points) most = std::max(most, p.high);
  if (most <= 0) most = 1;
  const double step = step_for(most);
  return {chart.points.front().day, chart.points.back().day, std::ceil(most / step) * step};
}

// Shapes differ with the source, for those who print without colour.
std::string mark(double x, double y, std::size_t source) {
  const std::string_view colour = kColours[std::min(source, kMostSources - 1)];
  switch (source % 4) {
    case 0:
      return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>", x, y, colour);
    case 1:
      return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\" fill=\"{}\"/>", x - 4, y - 4,
                         colour);
    case 2:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l5 9h-10z\" fill=\"{}\"/>", x, y - 5, colour);
    default:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l5 5l-5 5l-5 -5z\" fill=\"{}\"/>", x, y - 5, colour);
  }
}

void append_axes(std::string& out, const Chart& chart, const Scale& scale) {
  const double step = step_for(scale.most);
  for (double value = 0; value <= scale.most * 1.0001; value += step) {
    out += fmt::format("<line x1=\"{}\" y1=\"{:.1f}\" x2=\"{}\" y2=\"{:.1f}\" stroke=\"#ddd\"/>\n", kLeft,
                       scale.y(value), kWidth - kRight, scale.y(value));
    out += fmt::format("<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", kLeft - 8, scale.y(value) + 4,
                       chart_number(value));
  }
  const std::int64_t days = (scale.last - scale.first).count();
  const std::int64_t labels = std::clamp<std::int64_t>(days, 1, 6);
  for (std::int64_t i = 0; i <= (days == 0 ? 0 : labels); ++i) {
    const auto day = scale.first + std::chrono::days{days * i / labels};
    out += fmt::format("<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", scale.x(day),
                       kTop + kPlot + 20, iso_date(day));
  }
  if (!chart.unit.empty())
    out += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", kLeft, kTop - 10, escaped(chart.unit));
}

void append_points(std::string& out, const Chart& chart, const Scale& scale) {
  const double slot = (kWidth - kLeft - kRight) / static_cast<double>(std::max<std::size_t>(chart.points.size(), 1));
  const double wide = std::clamp(slot * 0.7, 1.0, 24.0);
  for (const ChartPoint& p : chart.points) {
    const std::string_view source = chart.sources[p.source];
    const std::string value =
        p.low == p.high ? chart_number(p.high) : chart_number(p.low) + " to " + chart_number(p.high);
    const double x = scale.x(p.day);
    out += "<g><title>" + escaped(iso_date(p.day) + ": " + value + (source.empty() ? "" : ", ") + std::string(source)) +
           "</title>";
    if (chart.bars) {
      out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>",
                         x - wide / 2, scale.y(p.high), wide, kTop + kPlot - scale.y(p.high), kColours[0]);
    } else {
      if (p.low != p.high) {
        out += fmt::format(
            "<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\" stroke=\"{3}\" stroke-width=\"2\"/>", x,
            scale.y(p.low), scale.y(p.high), kColours[std::min(p.source, kMostSources - 1)]);
        out += mark(x, scale.y(p.low), p.source);
      }
      out += mark(x, scale.y(p.high), p.source);
    }
    out += "</g>\n";
  }
}

std::size_t legend_lines(const Chart& chart) { return chart.bars ? 0 : std::min(chart.sources.size(), kMostSources); }

void append_legend(std::string& out, const Chart& chart) {
  for (std::size_t i = 0; i < legend_lines(chart); ++i) {
    const double y = kTop + kPlot + kBottom + kLegendLine * static_cast<double>(i) + 6;
    const bool others = i + 1 == kMostSources && chart.sources.size() > kMostSources;
    const std::string name = others ? "others" : chart.sources[i].empty() ? "no source" : chart.sources[i];
    out += mark(kLeft + 5, y - 4, i) + fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", kLeft + 16, y, escaped(name));
  }
}

}  // namespace

std::string svg_chart(const Chart& chart) {
  const double height = kTop + kPlot + kBottom + kLegendLine * static_cast<double>(legend_lines(chart)) + 10;
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
      "aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"12\">\n",
      kWidth, height);
  out += "<title id=\"title\">" + escaped(chart.title) + "</title>\n";
  out += fmt::format("<desc id=\"desc\">{} values from {} to {}.</desc>\n", chart.points.size(),
                     iso_date(chart.points.front().day), iso_date(chart.points.back().day));
  out += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  out += fmt::format("<text x=\"{}\" y=\"22\" font-size=\"16\">{}</text>\n", kLeft, escaped(chart.title));
  const Scale scale = scale_of(chart);
  append_axes(out, chart, scale);
  append_points(out, chart, scale);
  append_legend(out, chart);
  return out + "</svg>\n";
}

}  // namespace annals
