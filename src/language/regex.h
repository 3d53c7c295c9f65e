// Regular expressions over UTF-8: a thin layer on PCRE2 that compiles once and matches without allocating.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

// One thread's buffers for matching.
class RegexScratch {
 public:
  RegexScratch();
  ~RegexScratch();
  RegexScratch(RegexScratch&&) noexcept;
  RegexScratch& operator=(RegexScratch&&) noexcept;

 private:
  friend class Regex;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// A compiled expression. It never changes and threads share it.
class Regex {
 public:
  struct Match {
    std::size_t begin, end;  // bytes of the subject
    bool operator==(const Match&) const = default;
  };

  Regex() = default;  // matches nothing
  // An empty pattern also matches nothing. Throws Error{Fault::model} naming `where` if it does not compile.
  Regex(std::string_view pattern, const std::string& where);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  bool empty() const { return code_ == nullptr; }

  // The leftmost match that starts at or after `from` in `subject`, which must be well-formed UTF-8. Look-behinds see
  // what stands before `from`. A match that would take more than a fixed amount of backtracking counts as none, so that
  // no subject can make this run for ever.
  std::optional<Match> search(std::string_view subject, std::size_t from, RegexScratch& scratch) const {
    return code_ == nullptr ? std::nullopt : run(subject, from, 0, scratch);
  }
  // The same, anchored at `from`.
  std::optional<Match> match(std::string_view subject, std::size_t from, RegexScratch& scratch) const;
  // The next match after `previous` as Python's re.finditer counts them: an empty match may follow a non-empty one but
  // no other empty one at the same place.
  std::optional<Match> next(std::string_view subject, Match previous, RegexScratch& scratch) const;

 private:
  std::optional<Match> run(std::string_view subject, std::size_t from, std::uint32_t options, RegexScratch&) const;

  void* code_ = nullptr;  // pcre2_code
};

}  // namespace annals
