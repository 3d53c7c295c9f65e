// A line on the terminal that says how far a long command is.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace annals::cli {

// How far a pass over stories is.
struct Passed {
  std::uint64_t stories = 0;
  std::uint64_t bytes = 0;  // of the files, as they are on disk
};

// "  42 %  [########            ]  84,211 stories, 512/s, 3 min left". Without a total there are neither share nor time
// left.
std::string progress_line(const Passed& passed, std::uint64_t total_bytes, std::chrono::duration<double> since);

// "12 s", "3 min", "2 h 5 min"
std::string rough_time(double seconds);

// "1,234,567"
std::string with_commas(std::uint64_t number);

// The line on standard error, drawn anew a few times a second. Where standard error is no terminal nothing is drawn.
class Progress {
 public:
  // `total_bytes` is 0 where it is not known.
  explicit Progress(std::uint64_t total_bytes);
  ~Progress();  // takes the line away

  void show(const Passed& passed);
  // A message in a line of its own.
  void say(const std::string& line);

 private:
  void clear();

  using Clock = std::chrono::steady_clock;
  bool terminal_;
  bool drawn_ = false;
  std::uint64_t total_bytes_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

}  // namespace annals::cli
