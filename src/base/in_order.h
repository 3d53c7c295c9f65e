// Work on a stream by several threads, with the results handed over in the stream's order.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace annals {

// Jobs that are read but not yet handed over are bounded in number and weight, so that memory stays flat however long
// the stream is and however unequal its jobs are.
struct InOrderLimits {
  unsigned threads = 1;
  std::size_t jobs_a_thread = 8;
  std::size_t weight = std::size_t{64} << 20;  // one job may exceed it, then it is alone
};

namespace in_order_detail {

template <typename Job>
struct Slot {
  Job job;
  bool done = false;
  std::exception_ptr fault;
};

// What the threads share. `waiting` are borrowed from the window of run_in_order, which outlives the threads.
template <typename Job>
struct Shared {
  std::mutex mutex;
  std::condition_variable work_there, work_done;
  std::deque<Slot<Job>*> waiting;
  bool stop = false;
};

template <typename Job, typename Work>
void serve(Shared<Job>& shared, Work& work, unsigned worker) {
  std::unique_lock lock(shared.mutex);
  for (;;) {
    shared.work_there.wait(lock, [&] { return shared.stop || !shared.waiting.empty(); });
    if (shared.stop) return;
    Slot<Job>* slot = shared.waiting.front();
    shared.waiting.pop_front();
    lock.unlock();
    try {
      work(slot->job, worker);
    } catch (...) {
      slot->fault = std::current_exception();
    }
    lock.lock();
    slot->done = true;
    shared.work_done.notify_one();
  }
}

}  // namespace in_order_detail

// next()             -> std::optional<Job>: the stream, called by this thread; nothing ends it
// weigh(const Job&)  -> std::size_t
// work(Job&, worker) runs on thread `worker`, below limits.threads; on this very thread where there is one only
// done(Job&)         is called by this thread, in the order of next()
// What work throws is thrown here when the job's turn comes.
template <typename Job, typename Next, typename Weigh, typename Work, typename Done>
void run_in_order(const InOrderLimits& limits, Next next, Weigh weigh, Work work, Done done) {
  if (limits.threads <= 1) {
    while (std::optional<Job> job = next()) {
      work(*job, 0);
      done(*job);
    }
    return;
  }
  using Slot = in_order_detail::Slot<Job>;
  std::deque<std::unique_ptr<Slot>> window;
  in_order_detail::Shared<Job> shared;
  std::vector<std::jthread> threads;
  // Declared last, so that it ends the threads before what they use goes, also when something throws.
  struct Stop {
    in_order_detail::Shared<Job>& shared;
    std::vector<std::jthread>& threads;
    ~Stop() {
      {
        const std::lock_guard lock(shared.mutex);
        shared.stop = true;
      }
      shared.work_there.notify_all();
      threads.clear();  // joins
    }
  } stop{shared, threads};
  for (unsigned i = 0; i < limits.threads; ++i) {
    threads.emplace_back([&shared, &work, i] { in_order_detail::serve(shared, work, i); });
  }

  std::size_t weight = 0;
  for (bool more = true; more || !window.empty();) {
    while (more && window.size() < limits.threads * limits.jobs_a_thread && weight < limits.weight) {
      std::optional<Job> job = next();
      if (!job) {
        more = false;
        break;
      }
      weight += weigh(*job);
      window.push_back(std::make_unique<Slot>(Slot{std::move(*job), false, nullptr}));
      {
        const std::lock_guard lock(shared.mutex);
        shared.waiting.push_back(window.back().get());
      }
      shared.work_there.notify_one();
    }
    if (window.empty()) break;
    {
      std::unique_lock lock(shared.mutex);
      shared.work_done.wait(lock, [&] { return window.front()->done; });
    }
    const std::unique_ptr<Slot> front = std::move(window.front());
    window.pop_front();
    weight -= weigh(front->job);
    if (front->fault) std::rethrow_exception(front->fault);
    done(front->job);
  }
}

}  // namespace annals
