// The queue in front of a writer of ledgers.
#include "ledger/batch_writer.h"

#include <utility>

namespace annals {

BatchWriter::BatchWriter(Store store, BatchLimits limits)
    : store_(std::move(store)), limits_(limits), thread_([this] { serve(); }) {}

BatchWriter::~BatchWriter() {
  {
    const std::lock_guard lock(mutex_);
    last_ = abandon_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void BatchWriter::push(StoryRows story) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !full() || fault_; });
  if (fault_) std::rethrow_exception(fault_);
  if (waiting_.empty()) oldest_ = std::chrono::steady_clock::now();
  weight_ += weight_of(story);
  waiting_.push_back(std::move(story));
  if (waiting_.size() == 1 || full()) changed_.notify_all();
}

void BatchWriter::finish() {
  {
    const std::lock_guard lock(mutex_);
    last_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  if (fault_) std::rethrow_exception(fault_);
}

void BatchWriter::serve() {
  std::vector<StoryRows> batch;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return last_ || !waiting_.empty(); });
    changed_.wait_until(lock, oldest_ + limits_.age, [this] { return last_ || full(); });
    if (abandon_ || waiting_.empty()) return;
    batch.swap(waiting_);
    weight_ = 0;
    lock.unlock();
    changed_.notify_all();
    try {
      store_(batch);
    } catch (...) {
      lock.lock();
      fault_ = std::current_exception();
      changed_.notify_all();
      return;
    }
    batch.clear();
    lock.lock();
  }
}

}  // namespace annals
