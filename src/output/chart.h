// Charts of dated values: for a terminal in Unicode's blocks, and as SVG.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace annals {

// A value on a day, or the range that it lies in.
struct ChartPoint {
  std::chrono::sys_days day;
  double low = 0;
  double high = 0;
  std::size_t source = 0;  // index into Chart::sources
};

struct Chart {
  std::string title;
  std::string unit;                  // what the values count
  std::vector<std::string> sources;  // who gives the values; may be one without a name
  std::vector<ChartPoint> points;    // by day
  bool bars = false;                 // counts of periods, drawn from zero, rather than points
};

// A line for each point: the day, a bar from low to high on one scale, the value, its source.
std::string terminal_chart(const Chart& chart, std::size_t width);

// A picture of its own, readable without a style sheet: title and description for screen readers, axes with labels,
// sources told apart by shape as well as colour.
std::string svg_chart(const Chart& chart);

// "1,234" or "12.5".
std::string chart_number(double value);

}  // namespace annals
