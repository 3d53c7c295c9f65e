// A thread that stores stories in batches while others read on.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "ledger/story_rows.h"

namespace annals {

// A batch is stored once it has one of these. What waits while a batch is being stored is bounded by the same numbers,
// so that a slow disk slows reading down instead of filling the memory.
struct BatchLimits {
  std::size_t stories = 256;
  std::size_t bytes = std::size_t{32} << 20;
  std::chrono::milliseconds age{1000};
};

class BatchWriter {
 public:
  // Stores one batch; called by the thread of the writer only.
  using Store = std::function<void(std::span<const StoryRows> stories)>;

  explicit BatchWriter(Store store, BatchLimits limits = {});
  ~BatchWriter();  // what was not stored by then is not stored

  // Waits while too much is waiting. Throws what storing threw.
  void push(StoryRows story);

  // Stores the rest. Throws what storing threw.
  void finish();

 private:
  void serve();
  bool full() const { return waiting_.size() >= limits_.stories || weight_ >= limits_.bytes; }

  Store store_;
  BatchLimits limits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<StoryRows> waiting_;
  std::size_t weight_ = 0;  // bytes of what waits
  std::chrono::steady_clock::time_point oldest_;
  bool last_ = false;     // nothing more will come
  bool abandon_ = false;  // what waits is not wanted
  std::exception_ptr fault_;
  std::thread thread_;  // declared last: it uses all of the above
};

}  // namespace annals
