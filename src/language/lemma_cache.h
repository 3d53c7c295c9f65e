// A bounded table of lemmas that threads fill and read together without a lock.
//
// Entries are only ever added. A writer claims a free slot by exchanging its key, writes the lemma, and publishes it
// by a release store of the state; a reader that sees the state (acquire) sees the lemma. A full neighbourhood of
// slots, or a lemma that does not fit in one, is not cached.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>

namespace annals {

class LemmaCache {
 public:
  struct Lemma {
    bool is_lower;          // the lemma is the lower-cased form, and `text` is not used
    std::string_view text;  // as long as the cache lives
  };

  LemmaCache() : slots_(new Slot[kSlots]) {}

  std::optional<Lemma> find(std::uint64_t key) const {
    for (std::size_t i = 0; i < kProbes; ++i) {
      const Slot& slot = slots_[(key + i) & (kSlots - 1)];
      const auto found = slot.key.load(std::memory_order_relaxed);
      if (found == 0) return std::nullopt;
      if (found != key) continue;
      const auto state = slot.state.load(std::memory_order_acquire);
      if (state == kClaimed) return std::nullopt;  // another thread is writing it
      if (state == kIsLower) return Lemma{true, {}};
      return Lemma{false, {slot.text.data(), std::size_t{state} - kText}};
    }
    return std::nullopt;
  }

  void insert(std::uint64_t key, Lemma lemma) {
    if (key == 0 || (!lemma.is_lower && lemma.text.size() > kLongest)) return;
    for (std::size_t i = 0; i < kProbes; ++i) {
      Slot& slot = slots_[(key + i) & (kSlots - 1)];
      std::uint64_t expected = 0;
      if (slot.key.compare_exchange_strong(expected, key, std::memory_order_relaxed)) {
        std::uint8_t state = kIsLower;
        if (!lemma.is_lower) {
          std::memcpy(slot.text.data(), lemma.text.data(), lemma.text.size());
          state = static_cast<std::uint8_t>(kText + lemma.text.size());
        }
        slot.state.store(state, std::memory_order_release);
        return;
      }
      if (expected == key) return;  // another thread was faster
    }
  }

 private:
  static constexpr std::size_t kSlots = 1 << 16;  // 2 MiB. Half a million words of news fill a seventh of them.
  static constexpr std::size_t kProbes = 8;
  static constexpr std::size_t kLongest = 23;
  // States. From kText on, the state less kText is the size of the lemma.
  static constexpr std::uint8_t kClaimed = 0, kIsLower = 1, kText = 2;

  struct alignas(32) Slot {
    std::atomic<std::uint64_t> key{0};
    std::atomic<std::uint8_t> state{kClaimed};
    std::array<char, kLongest> text;  // set before `state`
  };
  static_assert(sizeof(Slot) == 32);

  std::unique_ptr<Slot[]> slots_;
};

}  // namespace annals
