// Things that are costly to make and that several ask for: made by the first, waited for by those who come meanwhile,
// kept for those who come later.
#pragma once
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace annals {

// The things used last, up to a number of bytes; a T has `size_t bytes() const`.
template <typename T>
class Kept {
 public:
  using Thing = std::shared_ptr<const T>;

  explicit Kept(std::size_t bytes) : most_(bytes) {}

  // Null where it is not there.
  Thing find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    return look_up(key);
  }

  // The thing that is kept, or being made, or else what `make` gives. An exception of `make` is thrown to all who wait
  // for it, and to nobody later. `make` must not ask for a thing itself.
  Thing get(const std::string& key, const std::function<Thing()>& make) {
    std::promise<Thing> promise;
    {
      std::unique_lock lock(mutex_);
      if (Thing known = look_up(key)) return known;
      if (const auto made = making_.find(key); made != making_.end()) {
        const std::shared_future<Thing> theirs = made->second;
        lock.unlock();
        return theirs.get();
      }
      making_.emplace(key, promise.get_future().share());
    }
    try {
      Thing thing = make();
      finish(key, thing);
      promise.set_value(thing);
      return thing;
    } catch (...) {
      finish(key, nullptr);
      promise.set_exception(std::current_exception());
      throw;
    }
  }

 private:
  using Entry = std::pair<std::string, Thing>;

  Thing look_up(const std::string& key) {
    const auto found = places_.find(key);
    if (found == places_.end()) return nullptr;
    things_.splice(things_.begin(), things_, found->second);
    return things_.front().second;
  }

  void finish(const std::string& key, const Thing& thing) {
    const std::lock_guard lock(mutex_);
    making_.erase(key);
    if (thing == nullptr || thing->bytes() > most_ / 4) return;
    things_.emplace_front(key, thing);
    places_[key] = things_.begin();
    bytes_ += size_of(things_.front());
    while (bytes_ > most_) {
      bytes_ -= size_of(things_.back());
      places_.erase(things_.back().first);
      things_.pop_back();
    }
  }

  static std::size_t size_of(const Entry& entry) { return entry.second->bytes() + 256; }  // 256: list and map

  const std::size_t most_;
  std::mutex mutex_;  // for what follows
  std::size_t bytes_ = 0;
  std::list<Entry> things_;
  std::unordered_map<std::string, typename std::list<Entry>::iterator> places_;
  std::unordered_map<std::string, std::shared_future<Thing>> making_;
};

}  // namespace annals
