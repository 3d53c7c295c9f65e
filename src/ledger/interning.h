// The row numbers of actors and places that a writer met lately, so that it need not ask the database again.
#pragma once
#include <cstdint>
#include <functional>
#include <unordered_map>

#include "ledger/story_rows.h"

namespace annals {

struct KeyHash {
  std::size_t operator()(const ActorKey& key) const {
    return mix(mix(text(key.name), text(key.country)), text(key.sector));
  }
  std::size_t operator()(const PlaceKey& key) const {
    return mix(mix(text(key.name), text(key.country)), static_cast<std::size_t>(key.geonames));
  }

 private:
  static std::size_t text(const std::string& s) { return std::hash<std::string>{}(s); }
  static std::size_t mix(std::size_t a, std::size_t b) { return (a ^ b) * 0x9E3779B97F4A7C15ULL; }
};

// Forgets all where it has grown to its limit, so that memory stays flat however many names an archive has.
template <typename Key>
class RowCache {
 public:
  // The number under `key`; what `find` gives where it is not there.
  template <typename Find>
  std::int64_t get(const Key& key, Find find) {
    if (const auto found = rows_.find(key); found != rows_.end()) return found->second;
    if (rows_.size() >= kLimit) rows_.clear();
    const std::int64_t row = find();
    rows_.emplace(key, row);
    return row;
  }
  void clear() { rows_.clear(); }

 private:
  static constexpr std::size_t kLimit = 100'000;

  std::unordered_map<Key, std::int64_t, KeyHash> rows_;
};

}  // namespace annals
