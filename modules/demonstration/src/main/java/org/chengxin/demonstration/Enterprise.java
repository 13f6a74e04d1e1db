package org.chengxin.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/**
 * An invented enterprise as the registration authority knows it (item D02: eleven fields).
 *
 * @param name registered name, unique in the city
 * @param formerName earlier name, empty for most
 * @param code valid unified social credit code
 * @param registrationNumber valid 15-digit number of the time before 2015, empty for younger ones
 * @param type kind of enterprise as on the licence
 * @param capital registered capital in 10,000 yuan; zero where the kind has none
 * @param paidIn paid-in capital in 10,000 yuan
 * @param representative legal representative or person in charge
 * @param address seat
 * @param founded date of establishment
 * @param term term of operation as on the licence
 * @param scope scope of business
 * @param authority registration authority
 * @param status 存续, 在业, 吊销 or 注销
 * @param division six digits of GB/T 2260
 */
public record Enterprise(
        String name,
        String formerName,
        UnifiedSocialCreditCode code,
        String registrationNumber,
        String type,
        BigDecimal capital,
        BigDecimal paidIn,
        String representative,
        String address,
        LocalDate founded,
        String term,
        String scope,
        String authority,
        String status,
        String division) {}
