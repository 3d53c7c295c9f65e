// Drawing the line over itself.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/story_run.h"

namespace annals::cli {
namespace {

constexpr int kBar = 20;
constexpr std::chrono::milliseconds kBetween{200};
constexpr double kSettled = 2;  // seconds until a rate says something about the time left

}  // namespace

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string rough_time(double seconds) {
  if (seconds < 60) return fmt::format("{} s", std::lround(std::ceil(seconds)));
  const long minutes = std::lround(std::ceil(seconds / 60));
  if (minutes < 60) return fmt::format("{} min", minutes);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string progress_line(const Passed& passed, std::uint64_t total_bytes, std::chrono::duration<double> since) {
  const double seconds = std::max(since.count(), 1e-3);
  const std::string done =
      fmt::format("{} stories, {}/s", with_commas(passed.stories),
                  with_commas(static_cast<std::uint64_t>(static_cast<double>(passed.stories) / seconds)));
  if (total_bytes == 0) return "  " + done;
  const double share = std::min(1.0, static_cast<double>(passed.bytes) / static_cast<double>(total_bytes));
  const auto filled = static_cast<std::size_t>(share * kBar);
  std::string line = fmt::format("{:>4.0f} %  [{}{}]  {}", share * 100, std::string(filled, '#'),
                                 std::string(kBar - filled, ' '), done);
  if (seconds >= kSettled && share > 0) line += ", " + rough_time(seconds / share - seconds) + " left";
  return line;
}

Progress::Progress(std::uint64_t total_bytes) : terminal_(::isatty(STDERR_FILENO) == 1), total_bytes_(total_bytes) {}

Progress::~Progress() { clear(); }

void Progress::show(const Passed& passed) {
  const auto now = Clock::now();
  if (!terminal_ || now - last_ < kBetween) return;
  last_ = now;
  drawn_ = true;
  // Back to the first column and clear to the end of the line: ECMA-48, CR and EL.
  std::fprintf(stderr, "\r\x1b[K%s", progress_line(passed, total_bytes_, now - start_).c_str());
  std::fflush(stderr);
}

void Progress::say(const std::string& line) {
  clear();
  cli::say(line);
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace annals::cli
