// PCRE2 with JIT. Without JIT on the machine, the same calls run the interpreter.
#include "language/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <utility>

#include "annals/error.h"

namespace annals {
namespace {

// An address of two thousand characters takes five thousand; only text made to backtrack, such as hundreds of colons
// before an @, reaches this.
constexpr std::uint32_t kMatchLimit = 30'000;
constexpr std::size_t kJitStackStart = 32 * 1024;
constexpr std::size_t kJitStackMax = 512 * 1024;

pcre2_code* as_code(void* code) { return static_cast<pcre2_code*>(code); }

}  // namespace

struct RegexScratch::Buffers {
  // Room for the whole match only: the tokenizer's rules have no groups that anyone reads.
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(kJitStackStart, kJitStackMax, nullptr);

  Buffers() {
    if (data == nullptr || context == nullptr) {
      throw Error{Fault::internal, "tokenizer", "out of memory", "Free some memory and try again."};
    }
    pcre2_set_match_limit(context, kMatchLimit);
    if (stack != nullptr) pcre2_jit_stack_assign(context, nullptr, stack);
  }
  ~Buffers() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    pcre2_jit_stack_free(stack);
  }
  Buffers(const Buffers&) = delete;
  Buffers& operator=(const Buffers&) = delete;
};

RegexScratch::RegexScratch() : buffers_(std::make_unique<Buffers>()) {}
RegexScratch::~RegexScratch() = default;
RegexScratch::RegexScratch(RegexScratch&&) noexcept = default;
RegexScratch& RegexScratch::operator=(RegexScratch&&) noexcept = default;

Regex::Regex(std::string_view pattern, const std::string& where) {
  if (pattern.empty()) return;
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);  // as in Python
  int error = 0;
  std::size_t at = 0;
  code_ = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), PCRE2_UTF | PCRE2_UCP, &error,
                        &at, context);
  pcre2_compile_context_free(context);
  if (code_ == nullptr) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof(message));
    throw Error{Fault::model, where,
                "its regular expression does not compile (" + std::string(reinterpret_cast<const char*>(message)) +
                    ", at byte " + std::to_string(at) + ")",
                "Build the model again with `annals model build`."};
  }
  pcre2_jit_compile(as_code(code_), PCRE2_JIT_COMPLETE);  // where it can not, pcre2_match interprets
}

Regex::~Regex() { pcre2_code_free(as_code(code_)); }
Regex::Regex(Regex&& other) noexcept : code_(std::exchange(other.code_, nullptr)) {}
Regex& Regex::operator=(Regex&& other) noexcept {
  std::swap(code_, other.code_);
  return *this;
}

std::optional<Regex::Match> Regex::match(std::string_view subject, std::size_t from, RegexScratch& scratch) const {
  return code_ == nullptr ? std::nullopt : run(subject, from, PCRE2_ANCHORED, scratch);
}

std::optional<Regex::Match> Regex::next(std::string_view subject, Match previous, RegexScratch& scratch) const {
  return run(subject, previous.end, previous.begin == previous.end ? PCRE2_NOTEMPTY_ATSTART : 0, scratch);
}

std::optional<Regex::Match> Regex::run(std::string_view subject, std::size_t from, std::uint32_t options,
                                       RegexScratch& scratch) const {
  auto& buffers = *scratch.buffers_;
  const int found = pcre2_match(as_code(code_), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                                options | PCRE2_NO_UTF_CHECK, buffers.data, buffers.context);
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(buffers.data);
  return Match{offsets[0], offsets[1]};
}

}  // namespace annals
