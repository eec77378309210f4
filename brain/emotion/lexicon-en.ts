import type { WordList } from './lexicon.ts';

/** Words of feeling in English chat, lower case; entries of several words are written with _; * stands for any ending. */
export const english: WordList = {
  angry: {
    3: `scam scams scammer* scammed scamming fraud frauds fraudster* crook* thief thieves stealing rip-off
      ripoff rip_off ripped_off ripped_me_off bullshit bull fuck* fck* fkn effing wtf wth shit shitty
      shite crappy asshole* arsehole* arse bastard* bitch* damned dammit goddamn idiot* moron* stupid
      imbecile* incompetent incompetence clown clowns joke_of_a absolute_joke total_joke complete_joke
      pathetic disgust* disgrace* furious outrage* outraged enraged livid fuming seething raging rage
      infuriat* unacceptable inexcusable appalling appalled atrocious despicable shameful shame_on_you
      shameless sick_of sick_and_tired had_it_with liar liars lied waste_of_time wasting_my_time
      waste_my_time taking_the_piss take_the_piss taking_me_for taken_for_a_fool think_i'm_stupid
      treat_customers how_dare dare_you hate_you hate_this_company worst worst_company worst_shop
      never_again pissed pissed_off piss_off screw_you go_to_hell hell_is_wrong what_the_hell
      wrong_with_you you_people robbery robbed daylight_robbery con_artist* con_artists cheats cheated
      criminals sue report_you reporting_you lawyer chargeback trading_standards the_nerve mockery insult
      insulting insulted garbage_company joke_shop demand_a_refund i_demand demand_my_money
      give_me_my_money money_back_now beyond_angry so_angry bloodsucker* muppets bandits barbarians
      lowlife* cretin* lunatic swindle* swindlers conned con_man vile sickening revolting repulsive vermin
      parasite* rot burn_in can_burn brain_dead braindead dumbest stupidest for_fuck* fs ffs
      for_god's_sake for_christ's_sake for_crying_out_loud bankrupt shut_you_down go_public expose_you
      every_site small_claims see_you_in_court make_me_sick makes_me_sick shut_up get_lost up_yours
      kiss_my boiling_with rage_quit hideous scandalous extortion daylight have_you_no_shame no_shame
      how_dare_you trash_company garbage_service trash_shop a_disgrace so_mad hopping_mad beyond_mad
      drives_me_mad driving_me_mad lose_my_mind losing_my_temper blood_boil* my_blood i_could_scream
      worst_bot`,
    2: `angry anger mad annoyed annoying annoys irritat* frustrat* aggravat* rude ignorant dishonest
      unprofessional ridiculously absurd nonsense rubbish garbage trash hopeless unbelievable
      not_acceptable not_good_enough not_ok not_okay unfair outrageous explain_yourselves explain_this
      do_your_job your_job sort_it_out sort_this_out fix_this_now fix_it_now stop_ignoring ignoring_me
      fobbed_off fob_me_off passing_the_buck passed_around run_around runaround excuses excuse blame
      blaming last_straw losing_patience lost_patience lost_my_patience out_of_patience patience_is_gone
      losing_my_patience how_hard_is_it how_is_this what_is_wrong are_you_kidding you_kidding kidding_me
      are_you_serious you_serious jerk jerks fool fools resent fuming complaint manager_now refund_me
      refund_now boiling temper kicked slammed screamed shouting yelled yelling swore scumbag* nasty
      bullying bully threaten threatens threatened snapping snapped cheek the_cheek crossed_the_line
      corporate_speak spare_me don't_dear dragging_it_out without_my_consent without_asking
      without_my_permission who_gave_you who_said_you_could dodging responsibility playing_dumb
      pretend_not pretending suit_yourselves your_boss your_manager speak_to_your_manager winding_me_up
      wind_me_up wound_up grr grrr grrrr argh aargh ugh stop_sending stop_calling stop_it stop_this
      stop_lying stop_playing stop_wasting brush_me_off brushed_off come_on bit_much that's_not_on
      take_advantage unreal nerve_of no_excuse lame_excuse feeble stonewall* obnoxious arrogant
      condescending patronis* patroniz* smug greedy greed thieving dismissive contempt outraged demanding
      at_once immediately_or or_else last_warning final_warning warning_you deny denies denied denying
      nicked stole swiped chucked hurled banged rolled_his_eyes raging irate infuriated hung_up shouted_at
      yelled_at fed_up had_enough damn bloody crap hate ridiculous useless enough_is_enough lies lying`,
  },
  dissatisfied: {
    3: `extremely_disappointed very_disappointed so_disappointed really_disappointed deeply_disappointed bitterly_disappointed hugely_disappointed terrible awful horrible horrendous horrid dreadful abysmal dire very_poor extremely_poor zero_stars one_star
      1_star worst_experience never_buying never_ordering never_order never_buy won't_be_back won't_be_ordering won't_be_buying taking_my_business last_time_i regret_buying regret_ordering completely_unsatisf* extremely_unhappy very_unhappy so_let_down utterly_let_down`,
    2: `disappoint* disappointed disappointing dissatisf* unsatisf* unhappy unimpressed not_impressed
      underwhelm* underwhelmed let_down letdown letting_me_down poor poorly subpar sub-par mediocre lousy
      sloppy shoddy flimsy cheaply tacky junk inferior overpriced not_worth not_what_i not_as_described
      not_as_advertised nothing_like not_happy isn't_happy not_pleased not_satisfied not_thrilled
      not_great not_good not_ideal not_helpful no_help unhelpful didn't_help doesn't_help not_useful
      pointless wrong_answer expected_better expected_more deserve_better hoped_for_better thought_better
      used_to_be_better gone_downhill downhill slow too_slow so_slow painfully_slow snail dragging
      still_waiting still_haven't still_hasn't still_not still_no still_nothing yet_again once_again
      again_and_again every_time every_single_time second_time third_time fourth_time for_weeks for_days
      weeks_ago weeks_now two_weeks three_weeks days_late late_again no_reply no_response no_answer
      no_update no_updates nobody_answers nobody_replies no_one_replies no_one_answers nobody_has
      no_one_has silence ignored waiting_for_over been_waiting kept_waiting how_much_longer how_many_times
      how_many_more supposed_to promised you_said you_promised was_told i_was_told misleading regret
      wish_i_hadn't wish_i_had waste wasted inconvenien* inconvenienced hassle faff mess messed_up
      shambles botched complaint complaining unreliable unprofessional substandard faulty defective
      ruined_the rip well_done_you great_job_you nice_job nice_going good_job bravo slow_clap
      thanks_for_nothing thanks_a_bunch thanks_a_lot_for cheers_for_nothing congratulations how_lovely
      just_great just_perfect just_what_i_needed just_wonderful oh_great oh_good oh_wonderful oh_lovely
      oh_brilliant oh_fantastic fantastic_service_as so_helpful so_much_for top_notch_as world_class
      real_genius impressive_really lucky_me what_a_joke poor_service bad_service poor_quality bad_quality
      low_quality bad_experience poor_experience below_par wouldn't_recommend would_not_recommend
      can't_recommend cannot_recommend not_recommend won't_recommend losing_faith lost_faith lost_trust
      reconsider elsewhere competitor_s frankly_poor falls_short fell_short bad bland stale tasteless ugly
      uncomfortable itchy scratchy disagree dislike sucks suck sucked meh ugh sigh_again tiresome tedious
      boring lame marvellous genius splendid_work lovely_business good_to_know thanks_for_showing
      famous_efficiency quite_the top_marks gold_star round_of_applause couldn't_care_less don't_care
      doesn't_care nobody_cares never_shows no_show nobody_showed nobody_came read_from copy_paste
      copy-paste copy_and_paste three_agents different_stories wilted sagged reeks stinks stink smelly
      mouldy upside_down crooked cracked cracking peeled fell_apart blurry wobbly wonky noisy leaks
      unfinished misprinted mislead misled downgrade half_the half_price less_than_half doa
      dead_on_arrival not_working stopped_working bluescreens lagging laggy buggy glitchy crashes freezes
      useless_answer as_useful_as no_use of_no_use unresolved regrettably i_regret regret_to
      not_acceptable_answer won't_be_repurchasing repurchas* won't_be_coming_back not_coming_back
      never_coming_back talked_me_out day_six day_seven day_eight six_days seven_days eight_days ten_days
      five_days four_weeks five_weeks six_weeks three_months two_months half_a_month half_a_year a_month
      forty_days months_now a_month_now weeks_and months_and over_a_week over_a_month no_progress
      no_refund zero_progress supposed advertised what_i_paid_for for_this_price for_the_money
      at_this_price not_what_i_ordered wrong_one wrong_size wrong_colour wrong_color wrong_item only_got
      missing_from yet_another once_more third_replacement second_replacement still_broken still_faulty
      still_waiting_for still_missing still_open joke what_a_shame_of letting_customers
      loyal_customer_lost treat_a_customer treat_customers shoddily flimsier thinner smaller_than
      rip_off_price ripoff_price never_arrived never_came never_got never_received never_called avoid
      rude_agent not_up_to not_up_to_scratch up_to_scratch not_good_enough under_par botch* cheapened
      skimpy watery undercooked dodgy shady lazy`,
    1: `bit_disappointed little_disappointed slightly_disappointed bit_slow little_slow bit_late could_be_better could_have_been_better not_quite not_really not_the_best so-so average okay-ish ok-ish bit_annoying bit_annoyed slightly_annoyed little_annoyed
      wasn't_great isn't_great isn't_ideal less_than_ideal less_than_impressed would_have_been_nice would_have_hoped would_have_expected i'd_have_thought a_shame bit_of_a_shame shame bit_pricey pricey expensive confusing unclear awkward fiddly bothered niggle gripe`,
  },
  anxious: {
    3: `panic* panicking panicked freaking_out freak_out freaked_out freaking terrified terrifying
      scared_to_death petrified horrified desperate desperately emergency urgent_urgent asap_asap
      please_please please_please_please pls_pls help_help help_me_please so_worried very_worried
      really_worried extremely_worried worried_sick sick_with_worry so_stressed so_scared so_anxious
      very_anxious really_anxious beside_myself can't_sleep losing_sleep nightmare meltdown hyperventilat*
      heart_is_racing heart_racing oh_god oh_my_god_please omg_please begging i'm_begging i_beg
      begging_you losing_it help_me gas_leak swallowed can't_breathe cannot_breathe i'm_dead i'm_done_for
      done_for shaking_hands hands_are_shaking answer_me where_is_it_where please_now now_please oh_no
      oh_no_no omg_help sos mayday worried_to_death scared_stiff out_of_my_mind frantic frantically
      hysterical life_or_death without_medicine`,
    2: `worry worried worrying worries_me anxious anxiety nervous nervously concern concerned concerning
      stressed stressful stressing stress afraid scared fear fearful fears frightened uneasy unsure_if
      hurry urgent urgently asap a.s.a.p in_a_rush in_a_hurry running_out_of_time out_of_time
      time_is_short short_on_time on_time arrive_by get_here_by here_by by_tomorrow by_friday by_saturday
      by_tonight before_friday before_saturday before_tomorrow need_it_by need_it_tomorrow need_it_today
      need_this_by need_them_by need_this_today leaving_tomorrow leave_tomorrow fly_tomorrow
      flying_tomorrow tick_tock clock_is_ticking as_soon_as soonest right_away straight_away hurry_up
      please_help help_please pls_help need_help_fast what_do_i_do what_should_i_do what_can_i_do what_if
      what_happens_if is_it_safe is_this_safe is_it_lost is_it_gone gone_missing got_lost get_lost
      lost_in_the_post might_be_lost will_it_be_ok will_it_still is_it_too_late too_late hope_it's_not
      hope_it_isn't really_need really_hope hacked stolen identity_theft is_this_a_scam is_it_a_scam
      is_this_legit legit scam_text phishing dangerous tense dread dreading overwhelmed shaking trembling
      keep_refreshing refreshing_the refreshing_tracking getting_nervous getting_worried cutting_it_close
      cutting_it_fine cutting_close freaking kind_of_freaking in_trouble make_it will_i_make will_it_make
      get_it_in_time enough_time no_time time_left running_late late_for making_rent rent_is due_tomorrow
      is_due due_in operation hospital_bag funeral_tomorrow wedding_is party_is party_tomorrow
      train_leaves plane_leaves leave_on leaving_on today_please ship_today send_today before_the
      by_monday by_tuesday by_wednesday by_thursday by_sunday by_noon do_i_need_a_vet allergic
      could_it_explode explode hot_while not_right something's_wrong is_that_normal is_it_normal
      is_this_normal going_under gone_bust sinking stomach_in_knots on_edge edgy jittery unsettled
      restless not_sleeping chase_the chase_this can_someone can_anybody anyone_there somebody_please
      pls_reply please_reply please_answer please_respond reply_please please_be_quick please_hurry
      please_check please_tell hope_nothing lose_the lose_my miss_the_deadline`,
    1: `bit_worried little_worried slightly_worried bit_nervous little_nervous bit_concerned
      slightly_concerned bit_anxious hopefully soon sooner faster any_chance just_making_sure
      just_want_to_make_sure make_sure double_check double-check checking_again kind_of_need
      sort_of_urgent a_bit_urgent confirm not_sure nudge hope_it_won't will_it_be will_they_be
      kind_of_dreading dreading odd wiggles normal is_it_meant supposed_to_be_this are_you_sure for_sure
      sure_about sure_it all_fine it's_fine_right right? ok_right isn't_it? won't_it will_it_not wont_it
      mind_checking genuine? fake? tonight tick quick quickly exam interview surgery flight rush rushed
      in_time deadline deadline* tender boarding fever a_vet tomorrow_morning today? tomorrow? last_minute
      immediately awkward embarrass*`,
  },
  happy: {
    3: `amazing incredible fantastic awesome brilliant wonderful phenomenal outstanding exceptional
      magnificent stunning gorgeous thrilled overjoyed ecstatic over_the_moon delighted elated chuffed
      buzzing stoked pumped hyped so_happy very_happy really_happy extremely_happy super_happy
      beyond_happy couldn't_be_happier could_not_be_happier couldn't_be_more_pleased so_pleased so_excited
      super_excited very_excited really_excited can't_wait cannot_wait so_cute love_love absolutely_love
      adore obsessed in_love love_it love_them love_this love_you best_shop best_company best_service
      best_ever best_purchase best_gift made_my_day made_my_week made_her_day made_his_day happy_tears
      tears_of_joy cried_happy lifesaver life_saver saved_my saved_the_day you_rock you're_the_best
      you_guys_are_the you_guys_rock superstar hero heroes perfection flawless exceeded wow woohoo woo
      woot yay yayyy yaaay yesss yess hooray omg_yes squeal screaming blown_away mind_blown
      thank_you_thank_you thank_you_so_much thanks_so_much thank_you_so_so eternally_grateful 10/10
      ten_out_of_ten five_stars 5_stars she_said_yes he_said_yes got_the_job on_cloud_nine cloud_nine
      sorcery twirling dancing sobbing_with_joy hands_trembling_with ily best_day legendary
      unbelievably_good holy_cow omfg customer_for_life for_life marry_me bless_you thank_you_all
      million_thanks thanks_a_million heaven_sent heavenly dream_come_true speechless over_joyed aaaa
      aaaah eeee yessss woooo wooo lets_go let's_go let's_goo smashed_it nailed_it killed_it spectacular
      exquisite divine sensational marvelous godsend heart_full beaming simply_the_best`,
    2: `happy glad pleased excited exciting excitedly love loved loves loving lovely beautiful excellent
      superb good_job well_done nicely enjoy enjoyed enjoying delight delightful delicious yummy tasty yum
      fabulous fab splendid grateful gratitude appreciate appreciated appreciative so_helpful very_helpful
      so_kind very_kind friendly patient quick_reply quick_response fast_reply speedy super_fast so_fast
      super_quick so_quick that_was_quick that_was_fast well_packed beautifully satisfied impressed
      very_impressed so_impressed recommend recommended recommending highly_recommend will_order_again
      order_again buy_again shop_again be_back come_back_again repeat_customer loyal_customer
      fits_perfectly perfectly just_what_i_wanted exactly_what_i_wanted better_than_expected better_than_i
      even_better looks_great works_great solved works_now working_now phew relieved relief what_a_relief
      thank_goodness thank_god xx xoxo bless proud admire congrats happy_birthday looking_forward winner
      joy joyful cheerful hurrah kudos props shout_out shoutout hats_off grinning smiling smile
      worth_every spot_on class_act respect aww awww managed_to_snag snag lucky_day throws_in threw_in
      goes_the_extra extra_mile out_of_your_way thoughtful honest_shop big_thumbs thumbs_up like_new
      good_as_new as_good_as_new works_again back_again arrived_early early_delivery a_day_early
      treated_myself no_regrets handy comfy cosy cozy snug blooming brilliantly smoothly effortless
      painless hassle-free glad_i taste rejoice celebrate celebrating celebration proud_of chuffed_with
      made_me_smile made_me_laugh makes_me_smile sigh_of_relief saved_me what_a_nice pleasant pleasantly
      pleasantly_surprised nice_surprise lovely_surprise good_value great_value value_for bargain
      recommend_you tell_everyone told_everyone already_told all_my_friends third_time_buying
      customer_since always_great never_fails never_disappoint never_disappoints won't_disappoint
      can't_fault cannot_fault no_complaints_at can't_complain perfect legend legends`,
    1: `good fine nice_one neat solid decent not_bad all_good that_helps works_for_me sounds_good brill ta
      cheers_mate ok_great okay_great great_thanks thank thanks thanx thx cheers haha hahaha lol cool
      sweet pretty nice cute fresh crisp fun great fixed sorted kind helpful hehe lmao`,
  },
  sad: {
    3: `died dies dead_now passed_away passed_on funeral wake memorial ashes grief grieving mourning bereave* widow widowed cancer terminal hospice miscarri* lost_my_mum lost_my_mom lost_my_dad lost_my_husband lost_my_wife lost_my_son lost_my_daughter lost_my_dog lost_my_cat lost_my_nan
      heartbroken heartbreaking broke_my_heart breaks_my_heart broken_hearted heart_is_broken in_tears burst_into_tears crying cried sobbing weeping bawling devastated devastating crushed gutted inconsolable distraught hopeless worthless despair ruined_my ruined_our
      ruined_her ruined_his ruined_everything destroyed_my wedding_is_ruined birthday_is_ruined so_sad very_sad really_sad depressed depressing suicidal can't_stop_crying can't_go_on miserable anguish tragic tragedy irreplaceable
      left_us gone_forever last_goodbye say_goodbye urn hearse tombstone headstone obituary stillborn late_son late_daughter didn't_come_home died_in firefighter_died never_hear never_see_him never_see_her can't_go_in can't_bear cannot_bear can't_take_it hold_on_any_longer collapsed cried_herself cried_himself cried_all tears_all nothing_left_to no_reason_to_live end_it_all lost_everything lost_the_baby lost_our broken_inside i'm_broken she's_gone he's_gone is_gone torn_apart shattered_inside numb grieve`,
    2: `sad sadly saddened sadness upset upsetting hurt hurts hurting hurtful unhappy_about tears tearful
      teary cry lonely alone miss missing_her missing_him missed_it miss_her miss_him sorrow
      sorry_for_your loss my_loss late_mother late_father late_husband late_wife late_mum late_mom
      late_dad grandmother's grandma's nan's sentimental only_thing_left last_thing_i_have last_photo
      gave_up given_up give_up giving_up no_point what's_the_point whats_the_point doesn't_matter
      doesn't_matter_anymore never_mind nevermind forget_it too_late_now too_late_anyway it's_over
      its_over no_use resigned deflated dejected down_about feeling_low low_mood discouraged disheartened
      heartache heavy_heart shattered broke_down broken_up broke_up break_up divorce divorced in_hospital
      sick_child unlucky just_my_luck my_luck typical_of_my nothing_left nobody_cares no_one_cares drained
      worn_out exhausted tired_of_fighting no_energy can't_be_bothered_anymore missed_the_birthday
      missed_her_birthday regretful remorse guilty sigh *sigh* :( :'( ): had_hoped had_been_looking
      not_meant_for wasn't_meant on_my_own by_myself nobody_else homesick miss_home laid_off lost_my_job
      lost_the_final lost_the_match unlucky_me world's_against too_old dementia alzheimer* tests_came_back
      bad_news diagnosis separation widowed ex's_things last_birthday no_longer_needed won't_need_it
      emptiness wistfully teared_up welled_up choked_up mourn fading faded_photo only_photo only_one_he
      only_thing_he only_thing_she gone_is_gone used_to_love not_myself struggling rough_week hard_week
      hard_month long_week tough_year can't_afford failed failed_her failed_him sorry_to_see`,
    1: `bit_sad little_sad bit_upset little_upset a_pity pity bit_down bummed bummer oh_well unfortunate unfortunately bad_luck poor_thing wistful alas`,
  },
  calm: {
    1: `no_rush no_hurry not_urgent isn't_urgent not_in_a_hurry not_in_a_rush take_your_time no_worries
      no_worry not_worried don't_worry not_angry not_mad not_upset not_annoyed not_complaining
      not_a_complaint isn't_a_complaint no_complaint no_complaints not_blaming not_a_problem no_problem
      no_prob no_big_deal not_a_big_deal no_drama all_good just_wondering just_curious just_checking
      just_asking out_of_curiosity wondering_if wondering curious quick_question simple_question
      could_you_tell can_you_tell do_you_have do_you_ship do_you_sell how_do_i how_do_you how_long
      how_much what_size which_size is_there_a where_can_i got_it understood makes_sense noted fair_enough
      i_understand i_see that's_fine its_fine it's_fine whenever happy_to_wait would_like_to i'd_like_to
      please_could nothing_wrong either_is_fine not_bothered not_fussed such_an_idiot i'm_an_idiot
      im_such_an_idiot i'm_such_an_idiot my_own_fault my_fault my_mistake silly_me my_bad ignore_me
      forget_i_moaned don't_apologise don't_apologize no_need_to`,
  },
  problem: {
    1: `broken broke breaks cracked smashed shattered damaged leaking leaks missing lost late delayed delay wrong incorrect faulty defective stopped_working not_working doesn't_work didn't_work won't_turn_on dead stuck empty dirty stained smells mouldy
      moldy rotten expired fake counterfeit used scratched dented bent torn ripped hole holes shrunk faded peeling fell_apart fell_off overcharged charged_twice double-charged rejected declined cancelled refused ignored nothing again crushed bugs hair melted wilted dead_plant`,
  },
  third: {
    1: `courier couriers driver drivers delivery_guy delivery_man delivery_driver delivery_company delivery_person postman mailman postie carrier ups fedex dpd dhl hermes evri usps yodel royal_mail amazon ebay temu shein aliexpress bank banks
      credit_card_company card_company visa mastercard paypal klarna customs neighbour neighbor neighbours neighbors landlord flatmate roommate housemate ex my_ex boyfriend girlfriend husband wife boss coworker colleague brother sister mum mom dad mother-in-law
      friend other_shop another_shop other_store another_store other_company previous_seller last_shop competitor concierge doorman receptionist airline hotel council government builder builders plumber contractor post_office internet_provider isp thieves thief porch_pirate* traffic weather school teacher kid kids son daughter`,
  },
  shop: {
    1: `you your yours you're you've y'all you_guys you_lot u ur shop store company customer_service support bot robot chatbot this_ai ai seller retailer website your_site agent agents staff`,
  },
};
