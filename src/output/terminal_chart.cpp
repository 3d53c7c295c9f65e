// Bars of eighths of a cell.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/iso_date.h"
#include "output/chart.h"
#include "output/terminal.h"
#include "output/text_table.h"

namespace annals {
namespace {

constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::size_t kNarrowest = 10;
constexpr std::size_t kWidestSource = 28;

std::string bar(double share, std::size_t width) {
  const auto eighths =
      static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width) * 8));
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  return out.append(kEighths[eighths % 8]);
}

// What is sure in full, what may be on top of it in a lighter shade.
std::string range_bar(double low, double high, double most, std::size_t width) {
  std::string out = bar(low / most, width);
  const std::size_t used = display_width(out);
  const auto upto = static_cast<std::size_t>(std::lround(high / most * static_cast<double>(width)));
  for (std::size_t i = used; i < upto; ++i) out += "░";
  return out;
}

std::string value_text(const ChartPoint& p) {
  return p.low == p.high ? chart_number(p.low) : chart_number(p.low) + "–" + chart_number(p.high);
}

}  // namespace

std::string chart_number(double value) {
  std::string text = value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{:g}", value);
  if (text.find('e') != text.npos) return text;
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(text.find('.'), text.size()); at > first + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string terminal_chart(const Chart& chart, std::size_t width) {
  double most = 0;
  std::size_t values = 0, sources = 0;
  for (const ChartPoint& p : chart.points) {
    most = std::max(most, p.high);
    values = std::max(values, display_width(value_text(p)));
    sources = std::max(sources, display_width(chart.sources[p.source]));
  }
  sources = std::min(sources, kWidestSource);
  const std::size_t beside = 10 + 2 + 2 + values + (sources > 0 ? 2 + sources : 0);
  const std::size_t bars = width > beside + kNarrowest ? width - beside : kNarrowest;
  std::string out = one_line(chart.title) + "\n";
  std::string last;
  for (const ChartPoint& p : chart.points) {
    std::string day;
    append_iso_date(day, p.day);
    const std::string drawn = range_bar(p.low, p.high, most > 0 ? most : 1, bars);
    // A day stands once beside its sources.
    out += (day == last ? std::string(10, ' ') : day) + "  " + drawn +
           std::string(bars - std::min(bars, display_width(drawn)), ' ');
    const std::string value = value_text(p);
    out += "  " + std::string(values - display_width(value), ' ') + value;
    if (sources > 0) out += "  " + cut_to_width(one_line(chart.sources[p.source]), sources);
    while (out.ends_with(' ')) out.pop_back();
    out += "\n";
    last = day;
  }
  return out;
}

}  // namespace annals
